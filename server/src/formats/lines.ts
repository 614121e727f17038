/** A line of a text without its end, and where it starts. */
export interface Line {
  readonly text: string;
  readonly start: number;
}

/** The lines of a text; both `\n` and `\r\n` end one, and the last needs no end. */
export function* linesOf(text: string): Generator<Line> {
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const stop = end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
    yield { text: text.slice(start, stop), start };
    start = end + 1;
  }
}

/** The number of the line, from one, that holds an offset. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let newline = text.indexOf('\n'); newline >= 0 && newline < offset; newline = text.indexOf('\n', newline + 1)) line++;
  return line;
}

/** The first line that is not blank; undefined where all are. */
export function firstLine(text: string): string | undefined {
  for (const line of linesOf(text)) if (line.text.trim() !== '') return line.text;
  return undefined;
}
