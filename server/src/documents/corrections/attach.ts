import type { ParsedQuestion } from '../../formats/format';
import type { Span } from '../../protocol';
import { closeness } from './closeness';
import { leastDistance, letterCounts } from './letterCounts';
import { occurrence } from './occurrences';
import type { PlacedCorrection } from './sidecarFile';

/** A correction with the question and the words that it speaks of. */
export interface Attached extends PlacedCorrection {
  /** Index of the question. */
  readonly question: number;
  /** In the question's text. */
  readonly span: Span;
  /** False: the question's words changed, and this is the one question that comes close. */
  readonly exact: boolean;
}

/** A correction that belongs to no question of the file as it is now. */
export interface Orphan extends PlacedCorrection {
  readonly why: string;
}

/** So close must a changed question come: of what stands around the mention about one word in four may differ. With the same id in the file half of it may. */
const CLOSE = 0.7;
const CLOSE_WITH_ID = 0.45;

type Asked = Pick<ParsedQuestion, 'text' | 'id'>;

/**
 * Finds the question of each correction again: by its text (the n-th with that text, or the last one where there are fewer), so that whatever happens to other
 * lines does not matter; where none has that text, by the file's own id or by being the only one that comes close and holds the words.
 *
 * @param others texts of questions that stood in the file beside the correction's own before: none of them is that question, changed
 */
export function attach(corrections: readonly PlacedCorrection[], questions: readonly Asked[], others: (id: string) => ReadonlySet<string> | undefined = () => undefined): { readonly attached: Attached[]; readonly orphans: Orphan[] } {
  const byText = new Map<string, number[]>();
  for (const [index, { text }] of questions.entries()) {
    const same = byText.get(text);
    if (same === undefined) byText.set(text, [index]);
    else same.push(index);
  }
  const counted: Int16Array[] = [];
  const countsOf = (index: number): Int16Array => (counted[index] ??= letterCounts(questions[index]?.text ?? ''));
  const attached: Attached[] = [];
  const orphans: Orphan[] = [];
  for (const placed of corrections) {
    const { question, questionId, questionOccurrence, mention, mentionOccurrence } = placed.correction;
    const same = byText.get(question) ?? [];
    const withId = questionId === '' ? undefined : same.find((index) => questions[index]?.id === questionId);
    const exact = withId ?? same[questionOccurrence - 1] ?? same.at(-1);
    const found = exact ?? findChanged(placed, questions, others(placed.correction.id), countsOf);
    const span = typeof found === 'number' ? occurrence(questions[found]?.text ?? '', mention, mentionOccurrence) : undefined;
    if (typeof found === 'string') orphans.push({ ...placed, why: found });
    else if (span === undefined) orphans.push({ ...placed, why: `the question does not hold the words “${mention}”` });
    else attached.push({ ...placed, question: found, span, exact: exact !== undefined });
  }
  return { attached, orphans };
}

/** The one question that this correction's question became; otherwise why there is none. */
function findChanged({ correction: { question, questionId, mention } }: PlacedCorrection, questions: readonly Asked[], others: ReadonlySet<string> | undefined, countsOf: (index: number) => Int16Array): number | string {
  // The words themselves must be there as they are: what is compared is what stands around them.
  const around = question.replace(mention, () => '');
  const [counts, less] = [letterCounts(around), letterCounts(mention)];
  const comes = ({ text }: Asked, index: number, close: number): boolean => {
    const longest = Math.max(around.length, text.length - mention.length);
    return others?.has(text) !== true && leastDistance(counts, countsOf(index), less) <= (1 - close) * longest + 1
      && text.includes(mention) && closeness(around, text.replace(mention, () => ''), close) > 0;
  };
  const known = questionId === '' ? -1 : questions.findIndex((asked, index) => asked.id === questionId && comes(asked, index, CLOSE_WITH_ID));
  if (known >= 0) return known;
  const only = questions.findIndex((asked, index) => comes(asked, index, CLOSE));
  if (only < 0) return 'no question of the file has this text or comes close to it';
  return questions.some((asked, index) => index > only && comes(asked, index, CLOSE)) ? 'several questions of the file come close to it' : only;
}
