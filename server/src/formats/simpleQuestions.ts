import type { FormatProblem, ParsedFile, ParsedQuestion, QuestionFormat } from './format';
import { firstLine, linesOf, type Line } from './lines';

const NAME = 'SimpleQuestions';
const LINE = /^(Q\d+)\t([PR])(\d+)\t(Q\d+)\t(\S.*)$/;

/** SimpleQuestions on Wikidata: `Q… <TAB> P… (R…: inverse) <TAB> Q… <TAB> question`; the first column is the gold entity, the third the answer. */
export const simpleQuestions: QuestionFormat = {
  name: NAME,
  detects: (_file, text) => LINE.test(firstLine(text) ?? ''),
  parse(text: string): ParsedFile {
    const questions: ParsedQuestion[] = [];
    const problems: FormatProblem[] = [];
    for (const line of linesOf(text)) {
      if (line.text.trim() === '') continue;
      const question = parseLine(line);
      if (question !== undefined) questions.push(question);
      else problems.push({ range: { start: line.start, end: line.start + line.text.length }, message: 'Not a SimpleQuestions line: entity, property (P… or R…), answer and question, separated by tabs.' });
    }
    return { format: NAME, questions, problems };
  },
};

function parseLine({ text: line, start }: Line): ParsedQuestion | undefined {
  const match = LINE.exec(line.trimEnd());
  if (match === null) return undefined;
  const [whole, entity = '', way, property = '', answer = '', text = ''] = match;
  const at = start + whole.length - text.length;
  return {
    text, range: { start: at, end: at + text.length }, offsets: [{ question: 0, document: at }],
    gold: [{ id: entity, label: '', span: null }], goldAnswers: [answer], pins: [], id: '', complexity: 'one hop',
    triple: way === 'R' ? [answer, `P${property}`, entity] : [entity, `P${property}`, answer],
  };
}
