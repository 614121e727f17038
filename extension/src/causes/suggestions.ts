import type { Explanation, Span } from '../../../server/src/protocol';

/** Something that was in the running for a question. */
export interface Suggestion {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  readonly relation: boolean;
}

const CANDIDATES = 4;
const RELATIONS = 4;

/** What was in the running and did not win: runners-up of each mention (those at `first`, a span of the question, before all others), then relations of each hop; each once. */
export function suggestions({ mentions, paths }: Explanation, first?: Span): Suggestion[] {
  const there = ({ start, end }: Span): number => (first !== undefined && start < first.end && first.start < end ? 1 : 0);
  const all = [
    ...[...mentions].sort((a, b) => there(b) - there(a) || b.score - a.score).flatMap(({ text, candidates }) => candidates.slice(1, 1 + CANDIDATES).map(({ id, label, types, description }): Suggestion => ({
      id, label, relation: false, detail: [`“${text}”`, types.slice(0, 2).join(', '), description].filter((part) => part !== '').join(' · '),
    }))),
    ...paths.flatMap(({ mention, hops }) => hops.flatMap(({ relations }, hop) => relations.slice(1, 1 + RELATIONS).map(({ id, label }): Suggestion => ({
      id, label, relation: true, detail: `“${mentions[mention]?.text ?? ''}” · ${String(hop + 1)}`,
    })))),
  ];
  return all.filter(({ id }, at) => all.findIndex((other) => other.id === id) === at);
}
