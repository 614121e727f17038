import type { FormatProblem, ParsedQuestion, QuestionFormat } from './format';
import { linesOf, type Line } from './lines';

/** A format with a question a line. */
export interface LineShape {
  readonly name: string;
  readonly detects: QuestionFormat['detects'];
  /** The question of a line; undefined for a line of another shape, or what is wrong with it as a sentence. */
  readonly parseLine: (line: Line, path: string) => ParsedQuestion | string | undefined;
  /** What a line should be: "one JSON object with …". */
  readonly expected: string;
}

/** Reads every line that is not blank, on its own: a line that cannot be read is a problem, and the rest stays. */
export function lineFormat({ name, detects, parseLine, expected }: LineShape): QuestionFormat {
  return {
    name,
    pieces: 'lines',
    detects,
    parse(text, path = '') {
      const questions: ParsedQuestion[] = [];
      const problems: FormatProblem[] = [];
      for (const line of linesOf(text)) {
        if (line.text.trim() === '') continue;
        const question = parseLine(line, path);
        if (typeof question === 'object') questions.push(question);
        else problems.push({ range: { start: line.start, end: line.start + line.text.length }, message: question ?? `Not a line of ${name}: it needs ${expected}.` });
      }
      return { format: name, questions, problems };
    },
  };
}
