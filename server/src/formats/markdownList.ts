import type { FormatProblem, ParsedFile, ParsedQuestion, QuestionFormat } from './format';
import { linesOf } from './lines';
import { itemStart, parseQuestionLine } from './questionLine';

const NAME = 'Markdown list';
const FENCE = /^\s*(?:```|~~~)/;
/** A task's check box, `[ ]` or `[x]`, is no part of the question. */
const CHECK_BOX = /^\[[ xX]\]\s+/;

/** The items of a Markdown file's lists, each a question; headings, paragraphs and code are none. Pins and expected answers as in plain text. */
export const markdownList: QuestionFormat = {
  name: NAME,
  detects: ({ path, anyText }) => anyText && /\.(?:md|markdown)$/i.test(path),
  parse(text: string): ParsedFile {
    const questions: ParsedQuestion[] = [];
    const problems: FormatProblem[] = [];
    let inCode = false;
    for (const line of linesOf(text)) {
      if (FENCE.test(line.text)) inCode = !inCode;
      const bullet = itemStart(line.text);
      if (inCode || bullet < 0) continue;
      const box = CHECK_BOX.exec(line.text.slice(bullet))?.[0].length ?? 0;
      const question = parseQuestionLine(line, bullet + box, problems);
      if (question !== undefined) questions.push(question);
    }
    return { format: NAME, questions, problems };
  },
};
