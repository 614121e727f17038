import type { ParsedFile, ParsedQuestion, QuestionFormat } from './format';

const LINE = /^(Q\d+)\t([PR])(\d+)\t(Q\d+)\t(.+)$/;

/** SimpleQuestions on Wikidata: `Q… <TAB> P… (R…: inverse) <TAB> Q… <TAB> question`; the first column is the gold entity, the third the answer. */
export const simpleQuestions: QuestionFormat = {
  name: 'SimpleQuestions',
  detects: (_path, text) => LINE.test((text.split('\n', 1)[0] ?? '').trimEnd()),
  parse(text: string): ParsedFile {
    const questions: ParsedQuestion[] = [];
    const problems: ParsedFile['problems'][number][] = [];
    let start = 0;
    for (const raw of text.split('\n')) {
      const line = raw.trimEnd();
      const match = LINE.exec(line);
      if (match !== null) {
        const [, entity = '', way, property = '', answer = '', question = ''] = match;
        const at = start + line.length - question.length;
        questions.push({
          text: question, range: { start: at, end: at + question.length }, offsets: [{ question: 0, document: at }],
          gold: [{ id: entity, label: '', span: null }], goldAnswers: [answer], pins: [], id: '', complexity: 'one hop',
          triple: way === 'R' ? [answer, `P${property}`, entity] : [entity, `P${property}`, answer],
        });
      } else if (line !== '') {
        problems.push({ range: { start, end: start + line.length }, message: 'Not a SimpleQuestions line: entity, property (P… or R…), answer and question, separated by tabs.' });
      }
      start += raw.length + 1;
    }
    return { format: 'SimpleQuestions', questions, problems };
  },
};
