import type { RankedAnswer } from './answers';
import type { Computed } from './computed';
import { PLANS } from './plan';
import type { Field } from './programs';
import { carrier } from './proofs';

/** A span takes part in the intersection where it carries this share of the leading answer's mass. */
const TAKES_PART = 0.1;

/**
 * The spans whose paths carry an answer, in the order of the question, each with the candidate that does: one for a chain, two or more where paths meet, those that
 * are compared for a comparison.
 */
export function carriersOf(field: Field, computed: Computed, leading: RankedAnswer): ReadonlyMap<number, number> {
  const { resolution, reasoning } = computed;
  const { outcome } = leading;
  const inOrder = (entries: readonly (readonly [number, number])[]): Map<number, number> =>
    new Map(entries.toSorted((a, b) => (resolution.places[a[0]]?.from ?? 0) - (resolution.places[b[0]]?.from ?? 0)));
  if (outcome?.basis.kind === 'comparison') {
    const { left, right } = outcome.basis.comparison;
    return inOrder([left, right].map((candidate) => [resolution.spanOf[candidate] ?? 0, candidate] as const));
  }
  if (outcome !== undefined) {
    const { spans, programs } = outcome.basis.kind === 'difference' ? outcome.basis.pair : outcome.basis.set;
    const of = leading.plan === 'intersection' ? reasoning.meeting : reasoning.chains[PLANS.indexOf(leading.plan)];
    return inOrder(spans.map((span, k) => [span, of?.candidate[programs[k] ?? 0] ?? -1] as const));
  }
  if (leading.plan !== 'intersection') {
    const candidate = reasoning.chains[PLANS.indexOf(leading.plan)]?.candidate[leading.program] ?? 0;
    return new Map([[resolution.spanOf[candidate] ?? 0, candidate]]);
  }
  return inOrder(meetingSpans(computed, leading).map((span) => {
    const program = carrier(field, resolution, reasoning, span, leading.node);
    return [span, program < 0 ? -1 : reasoning.meeting.candidate[program] ?? -1] as const;
  }));
}

/** The disjoint spans that carry most of a meeting's mass. */
function meetingSpans({ resolution, reasoning }: Computed, leading: RankedAnswer): number[] {
  const mass = new Map<number, number>();
  let total = 0;
  for (const meeting of reasoning.met.meetings) {
    if (meeting.object !== leading.node) continue;
    total += meeting.mass;
    for (const span of meeting.spans) mass.set(span, (mass.get(span) ?? 0) + meeting.mass);
  }
  // Overlapping spans take turns in the sets; of two that overlap the heavier one is shown.
  const chosen: number[] = [];
  for (const [span, value] of [...mass].sort((a, b) => b[1] - a[1])) {
    const place = resolution.places[span];
    const free = chosen.every((other) => {
      const taken = resolution.places[other];
      return place !== undefined && taken !== undefined && (taken.to <= place.from || place.to <= taken.from);
    });
    if (free && value >= TAKES_PART * total) chosen.push(span);
  }
  return chosen;
}
