import type { GoldEntity } from '../protocol';
import type { FormatProblem, OffsetMap, ParsedFile, ParsedQuestion, PinnedMention, QuestionFormat } from './format';

/** `[mention](Q2263)`: a mention pinned by hand, as a Markdown link whose target is the id. */
const PIN = /\[([^\]\n]+)\]\(([A-Za-z]+[-A-Za-z0-9_]*\d[-A-Za-z0-9_]*)\)/g;
/** `=> Q90, Q84` behind a question: the expected answers. */
const EXPECTED = /\s*=>\s*(.*)$/;
/** A Markdown list's bullet or number. */
const BULLET = /^\s*(?:[-*+]|\d+[.)])\s+/;

/** A question a line; `#` starts a comment; pins and expected answers are optional. Also reads Markdown lists. */
export const plainText: QuestionFormat = {
  name: 'plain text',
  detects: () => true,
  parse(text: string): ParsedFile {
    const questions: ParsedQuestion[] = [];
    const problems: FormatProblem[] = [];
    let start = 0;
    for (const raw of text.split('\n')) {
      const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
      const question = parseLine(line, start, problems);
      if (question !== undefined) questions.push(question);
      start += raw.length + 1;
    }
    return { format: 'plain text', questions, problems };
  },
};

function parseLine(line: string, lineStart: number, problems: FormatProblem[]): ParsedQuestion | undefined {
  const bullet = BULLET.exec(line)?.[0].length ?? line.length - line.trimStart().length;
  const expected = EXPECTED.exec(line);
  const end = expected === null ? line.trimEnd().length : expected.index;
  if (end <= bullet || line.trimStart().startsWith('#')) return undefined;
  const start = lineStart + bullet;
  const { text, offsets, pins, gold } = unpin(line.slice(bullet, end), start);
  const answers = expected?.[1]?.split(',').map((answer) => answer.trim()).filter((answer) => answer !== '');
  if (answers?.length === 0) {
    problems.push({ range: { start: lineStart + end, end: lineStart + line.length }, message: 'No answer stands after =>. Write ids such as => Q90, Q84, or remove it.' });
  }
  return { text, range: { start, end: lineStart + end }, offsets, gold, goldAnswers: answers === undefined || answers.length === 0 ? null : answers, pins, id: '', complexity: '' };
}

/** Takes the pins out of a line: the question as the model sees it, where its characters stand, and the pinned mentions. */
export function unpin(source: string, documentStart: number): { readonly text: string; readonly offsets: OffsetMap; readonly pins: readonly PinnedMention[]; readonly gold: readonly GoldEntity[] } {
  const offsets = [{ question: 0, document: documentStart }];
  const pins: PinnedMention[] = [];
  let text = '';
  let at = 0;
  for (const match of source.matchAll(PIN)) {
    const [whole, mention = '', id = ''] = match;
    text += source.slice(at, match.index);
    offsets.push({ question: text.length, document: documentStart + match.index + 1 });
    pins.push({ start: text.length, end: text.length + mention.length, id });
    text += mention;
    at = match.index + whole.length;
    offsets.push({ question: text.length, document: documentStart + at });
  }
  text += source.slice(at);
  return { text, offsets, pins, gold: [] };
}
