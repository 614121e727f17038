import type { ParsedQuestion, QuestionFormat } from './format';
import { linesOf } from './lines';
import { withEntitiesOf } from './sparqlIds';

const NAME = 'SPARQL';

/** A `.rq` or `.sparql` file: the question stands in its leading `#` comment, the entities in its query. */
export const sparqlFile: QuestionFormat = {
  name: NAME,
  detects: ({ path }) => /\.(?:rq|sparql)$/i.test(path),
  parse(text) {
    const question = leadingComment(text);
    if (question === undefined) {
      return { format: NAME, questions: [], problems: [{ range: { start: 0, end: Math.min(1, text.length) }, message: 'No question: write it as a comment in the first lines, as in "# Who directed Alien?".' }] };
    }
    return { format: NAME, questions: [withEntitiesOf(text, { ...question, gold: [], goldAnswers: null, pins: [], id: '', complexity: '' })], problems: [] };
  },
};

function leadingComment(text: string): Pick<ParsedQuestion, 'text' | 'range' | 'offsets'> | undefined {
  for (const line of linesOf(text)) {
    if (line.text.trim() === '') continue;
    const match = /^(\s*#+\s*)(\S.*?)\s*$/.exec(line.text);
    if (match === null) {
      if (/^\s*#/.test(line.text)) continue;
      return undefined;
    }
    const [, front = '', words = ''] = match;
    const start = line.start + front.length;
    return { text: words, range: { start, end: start + words.length }, offsets: [{ question: 0, document: start }] };
  }
  return undefined;
}
