import type { Candidate, CandidateParts, Explanation, Hop, Mention } from '../../../server/src/protocol';

/** How many bars stand open before the rest is folded. */
export const BARS_OPEN = 5;

/** The names under which the parts of a candidate's score are shown: in a line, and short at the head of a column. */
export const PARTS = [['name', 'name', 'name'], ['fit', 'fits', 'fits'], ['relation', 'has what is asked', 'asked'], ['prior', 'well known', 'known']] as const satisfies readonly (readonly [keyof CandidateParts, string, string])[];

/** A candidate that lost, with the part that cost it most against the winner. */
export interface RunnerUp {
  readonly candidate: Candidate;
  /** Key of the part in which it falls furthest behind the winner; null when it falls behind in none. */
  readonly lostBy: keyof CandidateParts | null;
}

/** What a lane shows of its mention. */
export interface LaneHead {
  readonly mention: Mention;
  readonly best: Candidate | null;
  readonly runnersUp: readonly RunnerUp[];
  /** Candidates that were considered but not sent. */
  readonly unsent: number;
}

/** The mention of a path, its winner, and the runners-up with the part that decided; null for an index out of range. */
export function laneHead(explanation: Pick<Explanation, 'mentions'>, mentionIndex: number): LaneHead | null {
  const mention = explanation.mentions[mentionIndex];
  if (mention === undefined) return null;
  const [best, ...others] = mention.candidates;
  return {
    mention,
    best: best ?? null,
    runnersUp: best === undefined ? [] : others.map((candidate) => ({ candidate, lostBy: lostBy(best.parts, candidate.parts) })),
    unsent: Math.max(0, mention.candidateCount - mention.candidates.length),
  };
}

/** The part in which `loser` falls furthest behind `winner` (the parts add up, so the largest gap decided). */
export function lostBy(winner: CandidateParts, loser: CandidateParts): keyof CandidateParts | null {
  let worst: keyof CandidateParts | null = null;
  let gap = 0;
  for (const [key] of PARTS) {
    const behind = winner[key] - loser[key];
    if (behind > gap) [worst, gap] = [key, behind];
  }
  return worst;
}

/** A list cut in what stands open, what is folded, and how many were never sent. */
export interface Folded<T> {
  readonly open: readonly T[];
  readonly folded: readonly T[];
  readonly unsent: number;
}

/** Cuts a list after `open` items; one that would fold a single item away is left whole. */
export function fold<T>(items: readonly T[], total: number, open = BARS_OPEN): Folded<T> {
  const cut = items.length <= open + 1 ? items.length : open;
  return { open: items.slice(0, cut), folded: items.slice(cut), unsent: Math.max(0, total - items.length) };
}

/** "9 entities", or "at least 2,000 entities (cut)" where a cap cut the frontier. */
export function reachedText(hop: Pick<Hop, 'entityCount' | 'truncated'>): string {
  const number = hop.entityCount.toLocaleString('en-US');
  if (hop.truncated) return `at least ${number}, cut off`;
  return `${number} ${hop.entityCount === 1 ? 'entity' : 'entities'}`;
}
