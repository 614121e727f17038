import type { OffsetPiece, ParsedQuestion } from './format';

type Place = Pick<ParsedQuestion, 'range' | 'offsets'>;

/**
 * Where the cell of a column stands: the row is walked as its cells were written, quoted or not.
 *
 * @param start of the row in the document
 * @param row its cells as they were read
 * @returns undefined where the row was written in another way (blanks outside of quotes)
 */
export function cellPlace(text: string, start: number, row: readonly string[], column: number, delimiter: string): Place | undefined {
  let at = start;
  for (const [k, cell] of row.entries()) {
    const quoted = text.charAt(at) === '"';
    const written = quoted ? `"${cell.replaceAll('"', '""')}"` : cell;
    if (!text.startsWith(written, at)) return undefined;
    if (k === column) return quoted ? quotedPlace(cell, at + 1) : { range: { start: at, end: at + cell.length }, offsets: [{ question: 0, document: at }] };
    at += written.length + delimiter.length;
  }
  return undefined;
}

/** A quote inside of a quoted cell is written twice. */
function quotedPlace(cell: string, start: number): Place {
  const offsets: OffsetPiece[] = [{ question: 0, document: start }];
  let document = start;
  for (let at = 0; at < cell.length; at++) {
    if (cell.charAt(at) === '"') {
      if (offsets.at(-1)?.question === at) offsets.pop();
      offsets.push({ question: at, document, width: 2 }, { question: at + 1, document: document + 2 });
      document += 2;
    } else document++;
  }
  return { range: { start, end: document }, offsets };
}
