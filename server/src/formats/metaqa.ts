import type { ParsedFile, ParsedQuestion, QuestionFormat } from './format';

const LINE = /^(.*?)\[([^\]]+)\]([^\t]*)\t(\S.*)$/;

/** MetaQA: `what movies did [X] act in<TAB>A|B`; the brackets are the gold span, their text the gold entity's title, the answers titles. */
export const metaqa: QuestionFormat = {
  name: 'MetaQA',
  detects: (path, text) => /\.txt$/i.test(path) && text.split('\n', 5).filter((line) => line.trim() !== '').every((line) => LINE.test(line.trimEnd())) && text.trim() !== '',
  parse(text: string): ParsedFile {
    const questions: ParsedQuestion[] = [];
    const problems: ParsedFile['problems'][number][] = [];
    let start = 0;
    for (const raw of text.split('\n')) {
      const match = LINE.exec(raw.trimEnd());
      if (match !== null) {
        const [, before = '', title = '', after = '', answers = ''] = match;
        const open = before.length;
        const close = open + 1 + title.length;
        questions.push({
          text: before + title + after,
          range: { start, end: start + close + 1 + after.length },
          offsets: [{ question: 0, document: start }, { question: open, document: start + open + 1 }, { question: open + title.length, document: start + close + 1 }],
          gold: [{ id: title, label: title, span: { start: open, end: open + title.length } }],
          goldAnswers: answers.split('|'), pins: [], id: '', complexity: '',
        });
      } else if (raw.trim() !== '') {
        problems.push({ range: { start, end: start + raw.trimEnd().length }, message: 'Not a MetaQA line: it needs one [entity] in brackets, a tab and the answers separated by "|".' });
      }
      start += raw.length + 1;
    }
    return { format: 'MetaQA', questions, problems };
  },
};
