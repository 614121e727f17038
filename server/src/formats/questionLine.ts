import type { FormatProblem, OffsetMap, OffsetPiece, ParsedQuestion, PinnedMention } from './format';
import type { Line } from './lines';

/** `[mention](Q2263)`: a mention pinned by hand, as a Markdown link whose target is the id. */
const PIN = /\[([^\]\n]+)\]\(([A-Za-z]+[-A-Za-z0-9_]*\d[-A-Za-z0-9_]*)\)/g;
/** A Markdown list's bullet or number. */
const BULLET = /^\s*(?:[-*+]|\d+[.)])\s+/;
/** Stands before the expected answers: `Where is …? => Q90, Q84`. */
const EXPECTED = '=>';

/** Where the text of a list item starts in its line; −1 where the line is none. */
export function itemStart(line: string): number {
  return BULLET.exec(line)?.[0].length ?? -1;
}

/**
 * A question with optional pins and expected answers.
 *
 * @param from where in the line the question starts (behind a bullet)
 * @param problems what could not be read is added here
 */
export function parseQuestionLine({ text: line, start: lineStart }: Line, from: number, problems: FormatProblem[]): ParsedQuestion | undefined {
  const arrow = line.indexOf(EXPECTED, from);
  const stop = arrow < 0 ? line.length : arrow;
  const source = line.slice(from, stop);
  const begin = from + source.length - source.trimStart().length;
  const end = begin + source.trim().length;
  if (end <= begin) return undefined;
  const { text, offsets, pins } = unpin(line.slice(begin, end), lineStart + begin);
  const answers = arrow < 0 ? [] : line.slice(arrow + EXPECTED.length).split(',').map((answer) => answer.trim()).filter((answer) => answer !== '');
  if (arrow >= 0 && answers.length === 0) {
    problems.push({ range: { start: lineStart + arrow, end: lineStart + line.length }, message: 'No answer stands after =>. Write ids such as => Q90, Q84, or remove it.' });
  }
  return { text, range: { start: lineStart + begin, end: lineStart + end }, offsets, gold: [], goldAnswers: answers.length === 0 ? null : answers, pins, id: '', complexity: '' };
}

/** Takes the pins out of a text: the question as the model sees it, where its characters stand, and the pinned mentions. */
function unpin(source: string, documentStart: number): { readonly text: string; readonly offsets: OffsetMap; readonly pins: readonly PinnedMention[] } {
  const offsets: OffsetPiece[] = [{ question: 0, document: documentStart }];
  const pins: PinnedMention[] = [];
  const piece = (question: number, document: number): void => {
    if (offsets.at(-1)?.question === question) offsets.pop();
    offsets.push({ question, document });
  };
  let text = '';
  let at = 0;
  for (const match of source.matchAll(PIN)) {
    const [whole, mention = '', id = ''] = match;
    text += source.slice(at, match.index);
    piece(text.length, documentStart + match.index + 1);
    pins.push({ start: text.length, end: text.length + mention.length, id });
    text += mention;
    at = match.index + whole.length;
    piece(text.length, documentStart + at);
  }
  text += source.slice(at);
  return { text, offsets, pins };
}
