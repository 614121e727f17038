import { Tokenizer, TokenType } from '@streamparser/json';
import { LIST_KEYS } from './jsonFormat';
import { checkLength, type Piece } from './pieces';

/** Where a JSON document stopped being one. */
export class NotJson extends Error {
  override readonly name = 'NotJson';
  constructor(start: number, why: string) {
    super(`not JSON behind character ${String(start)} (${why}). Correct the file there`);
  }
}

/** A token that matters, with the byte where it stands. */
interface Edge {
  readonly opens: boolean;
  readonly at: number;
}

/**
 * A JSON document in chunks of bytes → the items of its list, each as a list of one. Only one item is held at a time. The list is the document itself or stands under
 * one of the keys that data sets use.
 *
 * @throws NotJson where the document is broken; the items before it have been given
 */
export async function* itemPieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Piece> {
  const list = new ListTokens();
  const cutter = new Cutter();
  for await (const chunk of chunks) {
    const edges = list.read(chunk);
    cutter.hold(chunk);
    for (const edge of edges) {
      const text = cutter.cut(edge);
      if (text !== undefined) yield { text: `[${text.text}]`, start: text.start - 1 };
    }
    cutter.rest(list.inItem);
    if (list.broken !== undefined) throw new NotJson(cutter.start, list.broken);
  }
  if (list.unfinished) throw new NotJson(cutter.start, 'it ends in the middle');
}

/** Finds where the items of the list start and end. */
class ListTokens {
  readonly #tokenizer = new Tokenizer();
  #edges: Edge[] = [];
  #depth = 0;
  /** How deep the list's items stand; 0 while it was not found. */
  #list = 0;
  #key = '';
  #done = false;
  broken: string | undefined;

  constructor() {
    this.#tokenizer.onToken = ({ token, value, offset }) => {
      if (token === TokenType.STRING) this.#key = this.#depth === 1 ? String(value) : this.#key;
      else if (token === TokenType.LEFT_BRACKET || token === TokenType.LEFT_BRACE) this.#down(token === TokenType.LEFT_BRACKET, offset);
      else if (token === TokenType.RIGHT_BRACKET || token === TokenType.RIGHT_BRACE) this.#up(offset);
    };
    this.#tokenizer.onError = (error) => { this.broken ??= error.message; };
  }

  /** @returns the edges of items in the chunk, in order */
  read(chunk: Uint8Array): readonly Edge[] {
    this.#edges = [];
    if (this.broken === undefined) this.#tokenizer.write(chunk);
    return this.#edges;
  }

  get inItem(): boolean {
    return this.#list > 0 && this.#depth > this.#list;
  }

  get unfinished(): boolean {
    return this.#depth > 0;
  }

  #down(bracket: boolean, at: number): void {
    if (this.#list > 0 && this.#depth === this.#list) this.#edges.push({ opens: true, at });
    this.#depth++;
    if (bracket && this.#list === 0 && !this.#done && (this.#depth === 1 || (this.#depth === 2 && LIST_KEYS.includes(this.#key)))) this.#list = this.#depth;
  }

  #up(at: number): void {
    this.#depth--;
    if (this.#list === 0) return;
    if (this.#depth === this.#list) this.#edges.push({ opens: false, at });
    if (this.#depth < this.#list) {
      this.#list = 0;
      this.#done = true;
    }
  }
}

/** Holds the bytes that may still belong to an item, and counts UTF-16 units of those that went by. */
class Cutter {
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  #held: Uint8Array[] = [];
  /** The byte of the document at which the held ones start, and the units before it. */
  #from = 0;
  #to = 0;
  #gap = '';
  start = 0;

  hold(chunk: Uint8Array): void {
    this.#held.push(chunk);
    this.#to += chunk.length;
  }

  /** At an item's start the bytes before it go by; at its end they are its text. */
  cut({ opens, at }: Edge): { readonly text: string; readonly start: number } | undefined {
    const text = this.#gap + this.#decoder.decode(this.#take(opens ? at : at + 1));
    this.#gap = '';
    const start = this.start;
    this.start += text.length;
    return opens ? undefined : { text, start };
  }

  /** After a chunk: what lies outside of any item need not be held. */
  rest(inItem: boolean): void {
    if (inItem) {
      checkLength(this.#to - this.#from, this.start);
      return;
    }
    // A letter may be cut in two at the end of a chunk: the decoder keeps its first bytes.
    this.start += this.#decoder.decode(this.#take(this.#to), { stream: true }).length;
  }

  #take(until: number): Uint8Array {
    const taken: Uint8Array[] = [];
    let open = until - this.#from;
    while (open > 0) {
      const first = this.#held.shift();
      if (first === undefined) break;
      if (first.length > open) this.#held.unshift(first.subarray(open));
      taken.push(first.subarray(0, open));
      open -= first.length;
    }
    this.#from = until;
    return taken.length === 1 && taken[0] !== undefined ? taken[0] : Buffer.concat(taken);
  }
}
