import type { Candidate, Mention, Span } from '../../server/src/protocol';

/** The part "asked" of an entity that has nothing of it. */
const NOTHING = -30;

/** A row of the list that "Choose another entity" shows. */
export interface CandidateItem {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  readonly candidate: Candidate;
}

/** The candidates of a mention, best first, with score and the parts that it is made of. */
export function candidateItems(mention: Mention): CandidateItem[] {
  return mention.candidates.map((candidate) => ({
    label: candidate.label,
    description: [candidate.id, percent(candidate.score), candidate.match === 'pinned' ? '' : parts(candidate)].filter((part) => part !== '').join(' · '),
    detail: [candidate.types.slice(0, 2).join(', '), candidate.description].filter((part) => part !== '').join(' · '),
    candidate,
  }));
}

/** The mention that lies over a span of the question; where several do, the one that takes part most surely. */
export function mentionOver(mentions: readonly Mention[], span: Span): Mention | undefined {
  const exact = mentions.find(({ start, end }) => start === span.start && end === span.end);
  return exact ?? mentions.filter(({ start, end }) => start < span.end && span.start < end).sort((a, b) => b.score - a.score)[0];
}

/** The parts of a candidate's score (raw, as in the hover); a dash for "asked" where it has nothing of what is asked. */
function parts({ parts: { name, fit, relation, prior } }: Candidate): string {
  const raw = (value: number): string => value.toFixed(1).replace('-', '−');
  return `name ${raw(name)} fits ${raw(fit)} asked ${relation <= NOTHING ? '–' : raw(relation)} prior ${raw(prior)}`;
}

/** A probability in percent, never rounded to certainty. */
function percent(score: number): string {
  if (score < 1 && score >= 0.995) return '>99%';
  if (score > 0 && score < 0.005) return '<1%';
  return `${String(Math.round(score * 100))}%`;
}
