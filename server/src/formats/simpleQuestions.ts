import type { ParsedQuestion } from './format';
import { hopWords } from './hopWords';
import { lineFormat } from './lineFormat';
import { firstLine, type Line } from './lines';

const LINE = /^(Q\d+)\t([PR])(\d+)\t(Q\d+)\t(\S.*)$/;

/** SimpleQuestions on Wikidata: `Q… <TAB> P… (R…: inverse) <TAB> Q… <TAB> question`; the first column is the gold entity, the third the answer. */
export const simpleQuestions = lineFormat({
  name: 'SimpleQuestions',
  detects: (_file, text) => LINE.test(firstLine(text) ?? ''),
  parseLine,
  expected: 'entity, property (P… or R…), answer and question, separated by tabs',
});

function parseLine({ text: line, start }: Line): ParsedQuestion | undefined {
  const match = LINE.exec(line.trimEnd());
  if (match === null) return undefined;
  const [whole, entity = '', way, property = '', answer = '', text = ''] = match;
  const at = start + whole.length - text.length;
  return {
    text, range: { start: at, end: at + text.length }, offsets: [{ question: 0, document: at }],
    gold: [{ id: entity, label: '', span: null }], goldAnswers: [answer], pins: [], id: '', complexity: hopWords(1), hops: 1,
    triple: way === 'R' ? [answer, `P${property}`, entity] : [entity, `P${property}`, answer],
  };
}
