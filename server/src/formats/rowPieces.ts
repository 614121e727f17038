import { linePieces, checkLength, type Piece } from './pieces';

/**
 * A table in chunks → its rows, each as a table of its own with the header above it. A row goes on over the end of a line while a quoted cell is open (RFC 4180).
 *
 * @param delimiter what stands between cells
 */
export async function* rowPieces(chunks: AsyncIterable<string>, delimiter: string): AsyncGenerator<Piece> {
  let header: string | undefined;
  let row = '';
  let start = 0;
  let open = false;
  for await (const line of linePieces(chunks)) {
    if (row === '') start = line.start;
    row += line.text;
    open = endsInQuotes(line.text, delimiter, open);
    checkLength(row.length, start);
    if (open) continue;
    if (row.trim() !== '') {
      if (header === undefined) header = row;
      else yield { text: header + row, start: start - header.length };
    }
    row = '';
  }
  if (row.trim() !== '' && header !== undefined) yield { text: header + row, start: start - header.length };
}

/** Whether a quoted cell is still open at the end of a line. Only a quote at the start of a cell opens one; two inside of it are one that is meant. */
function endsInQuotes(line: string, delimiter: string, open: boolean): boolean {
  let quoted = open;
  let atStart = !open;
  for (let at = 0; at < line.length; at++) {
    const letter = line.charAt(at);
    if (quoted) {
      if (letter !== '"') continue;
      if (line.charAt(at + 1) === '"') at++;
      else quoted = false;
      continue;
    }
    quoted = letter === '"' && atStart;
    atStart = letter === delimiter;
  }
  return quoted;
}
