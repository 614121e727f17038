import { describe, expect, it } from 'vitest';
import { intersect, type Place } from './intersection';
import { oneHop } from './programs';
import { smallField } from './smallGraph';

const STAR_WARS = [
  ['Padmé', 'performer', 'Portman'], ['Nina', 'performer', 'Portman'], ['Star Wars', 'characters', 'Padmé'], ['Star Wars', 'characters', 'Luke'], ['Luke', 'performer', 'Hamill'],
] as const;

/** Spans, each with one candidate whose relations share the probability evenly. */
function meet(triples: readonly (readonly [string, string, string])[], starts: readonly string[], places: readonly Place[] = starts.map((_, k) => ({ from: 2 * k, to: 2 * k + 1 })), takesPart = starts.map(() => 0)) {
  const field = smallField(triples);
  const nodes = starts.map((id) => field.graph.nodeOf(id) ?? -1);
  const programs = oneHop(field, nodes, () => 0);
  const counts = starts.map(() => 0);
  for (let p = 0; p < programs.count; p++) counts[programs.candidate[p] ?? 0]! += 1;
  for (let p = 0; p < programs.count; p++) programs.score[p] = 1 / (counts[programs.candidate[p] ?? 0] ?? 1);
  return { field, met: intersect(field, nodes, programs, Int32Array.from(starts.keys()), places, Float32Array.from(takesPart)) };
}

describe('intersect', () => {
  it('keeps what both paths reach, with the lower of the two scores', () => {
    const { field, met } = meet(STAR_WARS, ['Portman', 'Star Wars']);
    expect(met.meetings.map((meeting) => field.graph.idOf(meeting.object))).toEqual(['Padmé']);
    expect(met.meetings[0]).toMatchObject({ spans: [0, 1], scores: [1, 1] });
    expect(met.bestMinimum).toBe(1);
  });

  it('does not let spans meet that overlap', () => {
    expect(meet(STAR_WARS, ['Portman', 'Star Wars'], [{ from: 1, to: 4 }, { from: 3, to: 5 }]).met.meetings).toEqual([]);
  });

  it('meets a hub from the other side', () => {
    const crowd = Array.from({ length: 400 }, (_, k) => [`person ${String(k)}`, 'born in', 'London'] as const);
    const { field, met } = meet([...crowd, ['Film', 'cast', 'person 7'], ['Film', 'cast', 'stranger']], ['London', 'Film']);
    expect(met.meetings.map((meeting) => field.graph.idOf(meeting.object))).toEqual(['person 7']);
  });

  it('gives nothing where nothing is shared', () => {
    const { met } = meet(STAR_WARS, ['Hamill', 'Portman']);
    expect(met).toMatchObject({ meetings: [], bestMinimum: 0, bestScore: -Infinity });
  });

  it('looks at paths that carry next to nothing only where no others meet', () => {
    const weak = (triples: readonly (readonly [string, string, string])[]): string[] => {
      const field = smallField(triples);
      const nodes = ['Portman', 'Star Wars'].map((id) => field.graph.nodeOf(id) ?? -1);
      const programs = oneHop(field, nodes, () => 0);
      const tiny = field.graph.relations.findIndex(({ id }) => id === 'characters');
      for (let p = 0; p < programs.count; p++) programs.score[p] = (programs.relations[0]?.[p] ?? 0) >> 1 === tiny ? 1e-11 : 0.5;
      return intersect(field, nodes, programs, Int32Array.of(0, 1), [{ from: 0, to: 1 }, { from: 2, to: 4 }], new Float32Array(2)).meetings.map(({ object }) => field.graph.idOf(object));
    };
    expect(weak(STAR_WARS)).toEqual(['Padmé']);
    expect(weak([...STAR_WARS, ['Portman', 'cast', 'London'], ['Star Wars', 'place', 'London']])).toEqual(['London']);
  });

  const FILMS = [
    ['Hook', 'director', 'Spielberg'], ['Hook', 'cast', 'Williams'], ['Hook', 'genre', 'fantasy'], ['Hook', 'country', 'USA'],
    ['Jaws', 'director', 'Spielberg'], ['Jaws', 'country', 'USA'], ['Popeye', 'cast', 'Williams'], ['Popeye', 'genre', 'fantasy'],
  ] as const;

  it('takes the minimum over every set of two to four spans that do not overlap', () => {
    const { field, met } = meet(FILMS, ['Spielberg', 'Williams', 'fantasy', 'USA']);
    const sets = (id: string): string[] => met.meetings.filter(({ object }) => field.graph.idOf(object) === id).map(({ spans }) => spans.join('')).sort();
    expect(sets('Hook')).toEqual(['01', '012', '0123', '013', '02', '023', '03', '12', '123', '13', '23']);
    expect(sets('Jaws')).toEqual(['03']);
    expect(met.meetings.every(({ scores, mass }) => mass <= Math.min(...scores) + 1e-9)).toBe(true);
  });

  it('lets the weights of the spans decide how many take part', () => {
    const share = (takesPart: number[]): number => {
      const { field, met } = meet(FILMS, ['Spielberg', 'Williams', 'USA'], undefined, takesPart);
      const total = met.meetings.reduce((sum, { mass }) => sum + mass, 0);
      return met.meetings.filter(({ object, spans }) => field.graph.idOf(object) === 'Hook' && spans.length === 3).reduce((sum, { mass }) => sum + mass, 0) / total;
    };
    expect(share([2, 2, 2])).toBeGreaterThan(0.5);
    expect(share([2, -6, 2])).toBeLessThan(0.01);
  });
});
