import { expect, it } from 'vitest';
import { chain, intersection } from '../../preview/fixtures';
import { intersectionView } from './intersection';

it('parts what every path reached from what fell out, with the path that missed it', () => {
  const view = intersectionView(intersection);
  expect(view?.columns.map(({ label }) => label)).toEqual(['Natalie Portman', 'Star Wars: Episode IV – A New Hope']);
  expect(view?.met.map(({ row, isAnswer }) => [row.id, isAnswer])).toEqual([['Q51789', true]]);
  expect(view?.fellOut.map(({ row, missing }) => [row.label, missing])).toEqual([['Nina Sayers', [1]], ['Evey Hammond', [1]], ['Luke Skywalker', [0]], ['Leia Organa', [0]], ['Han Solo', [0]]]);
  expect(view?.unsent).toBe(33);
});

it('is null for a chain', () => {
  expect(intersectionView(chain)).toBeNull();
});

it('sorts by the minimum, then by the best single score, and leaves the explanation as it was', () => {
  const node = (id: string, ...scores: number[]) => ({ id, label: id, score: 0, scores, minimum: Math.min(...scores) });
  const rows = [node('A', 0, 0.3), node('B', 0.5, 0.4), node('C', 0, 0.9), node('D', 0.6, 0.6)];
  const view = intersectionView({ ...intersection, intersection: { paths: [0, 1], rows, rowCount: 4 } });
  expect([...(view?.met ?? []), ...(view?.fellOut ?? [])].map(({ row }) => row.id)).toEqual(['D', 'B', 'C', 'A']);
  expect(rows[0]?.id).toBe('A');
});
