import { describe, expect, it } from 'vitest';
import { intersect } from './intersection';
import { oneHop } from './programs';
import { smallField } from './smallGraph';

const STAR_WARS = [
  ['Padmé', 'performer', 'Portman'], ['Nina', 'performer', 'Portman'], ['Star Wars', 'characters', 'Padmé'], ['Star Wars', 'characters', 'Luke'], ['Luke', 'performer', 'Hamill'],
] as const;

/** Two spans, each with one candidate whose relations share the probability evenly. */
function meet(triples: readonly (readonly [string, string, string])[], left: string, right: string, places = [{ from: 1, to: 2 }, { from: 3, to: 5 }]) {
  const field = smallField(triples);
  const nodes = [left, right].map((id) => field.graph.nodeOf(id) ?? -1);
  const programs = oneHop(field, nodes, () => 0);
  const counts = [0, 0];
  for (let p = 0; p < programs.count; p++) counts[programs.candidate[p] ?? 0]! += 1;
  for (let p = 0; p < programs.count; p++) programs.score[p] = 1 / (counts[programs.candidate[p] ?? 0] ?? 1);
  return { field, met: intersect(field, nodes, programs, Int32Array.from([0, 1]), places, Float32Array.from([0, 0])) };
}

describe('intersect', () => {
  it('keeps what both paths reach, with the lower of the two scores', () => {
    const { field, met } = meet(STAR_WARS, 'Portman', 'Star Wars');
    expect(met.meetings.map((meeting) => field.graph.idOf(meeting.object))).toEqual(['Padmé']);
    expect(met.meetings[0]).toMatchObject({ left: 0, right: 1, leftScore: 1, rightScore: 1 });
    expect(met.bestMinimum).toBe(1);
  });

  it('does not let spans meet that overlap', () => {
    expect(meet(STAR_WARS, 'Portman', 'Star Wars', [{ from: 1, to: 4 }, { from: 3, to: 5 }]).met.meetings).toEqual([]);
  });

  it('meets a hub from the other side', () => {
    const crowd = Array.from({ length: 400 }, (_, k) => [`person ${String(k)}`, 'born in', 'London'] as const);
    const { field, met } = meet([...crowd, ['Film', 'cast', 'person 7'], ['Film', 'cast', 'stranger']], 'London', 'Film');
    expect(met.meetings.map((meeting) => field.graph.idOf(meeting.object))).toEqual(['person 7']);
  });

  it('gives nothing where nothing is shared', () => {
    const { met } = meet(STAR_WARS, 'Hamill', 'Portman');
    expect(met).toMatchObject({ meetings: [], bestMinimum: 0, bestScore: -Infinity });
  });
});
