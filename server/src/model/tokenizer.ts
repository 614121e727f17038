import { Tokenizer as Library } from '@huggingface/tokenizers';

/** Longest question in tokens, special tokens included; the same in training. */
export const MAX_TOKENS = 64;

/** A question as the model reads it. Word w has the tokens `first[w] … last[w]` (exclusive); both are −1 for a word past the end. */
export interface Tokens {
  readonly ids: readonly number[];
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/**
 * MiniLM's WordPiece (uncased), word by word: the words are ours (graph/lexicon/words), so that each token's place in the question is known. Pieces of words
 * met before are kept.
 */
export class Tokenizer {
  readonly #library: Library;
  readonly #pieces = new Map<string, readonly number[]>();
  readonly #open: number;
  readonly #close: number;

  /** @param config parsed tokenizer.json; throws what the library throws for one that it does not know */
  constructor(config: unknown) {
    if (typeof config !== 'object' || config === null) throw new TypeError('tokenizer.json is not an object');
    this.#library = new Library(config, {});
    this.#open = this.#special('[CLS]');
    this.#close = this.#special('[SEP]');
  }

  /** Token ids and places of a question's words. */
  question(words: readonly string[]): Tokens {
    const ids = [this.#open];
    const first = new Int32Array(words.length).fill(-1);
    const last = new Int32Array(words.length).fill(-1);
    for (const [index, word] of words.entries()) {
      const pieces = this.#word(word);
      for (const piece of pieces) {
        if (ids.length >= MAX_TOKENS) break;
        if (first[index] === -1) first[index] = ids.length;
        ids.push(piece);
        last[index] = ids.length;
      }
    }
    if (ids.length < MAX_TOKENS) ids.push(this.#close);
    return { ids, first, last };
  }

  /** Token ids of a label or description, cut at 32. */
  text(text: string): readonly number[] {
    const pieces = this.#library.encode(text, { add_special_tokens: false }).ids;
    return [this.#open, ...pieces, this.#close].slice(0, 32);
  }

  /** The text of a token; empty for an id that there is none of. */
  textOf(id: number): string {
    return this.#library.id_to_token(id) ?? '';
  }

  #word(word: string): readonly number[] {
    let pieces = this.#pieces.get(word);
    if (pieces === undefined) {
      pieces = this.#library.encode(word, { add_special_tokens: false }).ids;
      if (this.#pieces.size > 20_000) this.#pieces.clear();
      this.#pieces.set(word, pieces);
    }
    return pieces;
  }

  #special(token: string): number {
    const id = this.#library.token_to_id(token);
    if (id === undefined) throw new Error(`tokenizer.json lacks ${token}: it is not a BERT tokenizer`);
    return id;
  }
}
