/** A piece of a large file that is a small file of its own format, with what was put around it. */
export interface Piece {
  readonly text: string;
  /** Where `text` would start in the document, in UTF-16 units: what was put before it counts backwards. */
  readonly start: number;
}

/** Lines longer than this (UTF-16 units) are not held: 64 million are 128 megabytes. */
const LONGEST = 64_000_000;

/** A line or an item that is too long to be held. */
export class PieceTooLong extends Error {
  override readonly name = 'PieceTooLong';
  constructor(start: number) {
    super(`a record that starts at character ${String(start)} is longer than ${String(LONGEST / 1e6)} million characters. Split it, or take out what is inlined`);
  }
}

/** Checks the length of what is being gathered. @throws PieceTooLong */
export function checkLength(length: number, start: number): void {
  if (length > LONGEST) throw new PieceTooLong(start);
}

/** Text in chunks, cut anywhere → its lines, each with its end; the last may have none. Linear however long a line is. */
export async function* linePieces(chunks: AsyncIterable<string>): AsyncGenerator<Piece> {
  let held: string[] = [];
  let length = 0;
  let start = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let newline = chunk.indexOf('\n'); newline >= 0; newline = chunk.indexOf('\n', from)) {
      const text = held.join('') + chunk.slice(from, newline + 1);
      yield { text, start };
      start += text.length;
      held = [];
      length = 0;
      from = newline + 1;
    }
    if (from === chunk.length) continue;
    held.push(chunk.slice(from));
    length += chunk.length - from;
    checkLength(length, start);
  }
  if (held.length > 0) yield { text: held.join(''), start };
}
