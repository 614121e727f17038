import type { FormatProblem, ParsedFile, ParsedQuestion, QuestionFormat } from './format';
import { linesOf } from './lines';
import { itemStart, parseQuestionLine } from './questionLine';

const NAME = 'plain text';
const OWN = /\.questions$/i;
const TEXT = /(?:\.te?xt|(?:^|[\\/])[^.\\/]+)$/i;

/** A question a line; `#` starts a comment; bullets, pins `[mention](Q2263)` and expected answers `=> Q90, Q84` are optional. */
export const plainText: QuestionFormat = {
  name: NAME,
  pinnable: true,
  pieces: 'lines',
  detects: ({ path, anyText }) => OWN.test(path) || (anyText && TEXT.test(path)),
  parse(text: string): ParsedFile {
    const questions: ParsedQuestion[] = [];
    const problems: FormatProblem[] = [];
    for (const line of linesOf(text)) {
      if (line.text.trimStart().startsWith('#')) continue;
      const question = parseQuestionLine(line, Math.max(0, itemStart(line.text)), problems);
      if (question !== undefined) questions.push(question);
    }
    return { format: NAME, questions, problems };
  },
};
