import type { Miss, PartName, Standing } from '../../protocol';

const PARTS: readonly PartName[] = ['name', 'fit', 'relation', 'prior'];

/** How far an entity lies behind the winner of its mention, as log(p(winner) / p(entity)), and the part of the score that made most of it. */
export function marginOf(own: Standing, winner: Standing): NonNullable<Miss['margin']> {
  const behind = (part: PartName): number => winner.parts[part] - own.parts[part];
  const part = PARTS.reduce((worst, one) => (behind(one) > behind(worst) ? one : worst));
  const sum = PARTS.reduce((total, one) => total + behind(one), 0);
  return { total: own.score > 0 && winner.score > 0 ? Math.log(winner.score / own.score) : sum, part, by: behind(part) };
}
