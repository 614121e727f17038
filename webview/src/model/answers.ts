import type { Answer, Explanation } from '../../../server/src/protocol';

/** Answers whose score comes this near to the best one's are named with it: they are one answer with several members. */
const TOGETHER = 0.8;
const NAMED = 6;

export interface AnswersView {
  /** The best answer and those that stand with it; at most six. Empty: the graph holds no answer. */
  readonly headline: readonly Answer[];
  /** Answers that stand with the best one but are not named at the top. */
  readonly alsoCount: number;
  /** Every answer but the first, whose chain stands at the top. */
  readonly others: readonly Answer[];
}

/** Which answers stand at the top and which follow below. */
export function answersView({ answers }: Pick<Explanation, 'answers'>): AnswersView {
  const best = answers[0];
  if (best === undefined) return { headline: [], alsoCount: 0, others: [] };
  const together = answers.filter((answer) => answer.score >= TOGETHER * best.score);
  return { headline: together.slice(0, NAMED), alsoCount: Math.max(0, together.length - NAMED), others: answers.slice(1) };
}

/** What a screen reader hears when an explanation arrives. */
export function announcement(explanation: Pick<Explanation, 'answers' | 'question'>): string {
  const { headline, alsoCount } = answersView(explanation);
  if (headline.length === 0) return `No answer in the graph to: ${explanation.question}`;
  return `${headline.length + alsoCount === 1 ? 'Answer' : 'Answers'}: ${headline.map(({ label }) => label).join(', ')}${alsoCount > 0 ? ` and ${alsoCount} more` : ''}`;
}

/** How two explanations' answers agree, in words; empty where they do not. */
export function sameNote({ answers: own }: Pick<Explanation, 'answers'>, { answers: given }: Pick<Explanation, 'answers'>): string {
  const key = ({ id, label }: Answer): string => (id === '' ? label : id);
  const [first, second] = [own[0], given[0]];
  if (first === undefined || second === undefined || key(first) !== key(second)) return '';
  const others = new Set(given.map(key));
  return own.length === given.length && own.every((answer) => others.has(key(answer))) ? (own.length === 1 ? 'the same answer' : 'the same answers') : 'the same first, others behind it';
}
