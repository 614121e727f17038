import type { NameStanding } from '../../protocol';
import type { EntityMiss } from './entityMiss';

/**
 * What went wrong with an entity, with what became of its names where that tells more: not for one that stands among the candidates, and not where nothing went
 * wrong. Asking for names takes a run of the model.
 *
 * @param find the miss by the names that are given
 * @returns what `find` gives with all names, without asking for them where they change nothing
 */
export async function missWithNames(find: (names: readonly NameStanding[]) => EntityMiss | null, names: () => Promise<readonly NameStanding[]>): Promise<EntityMiss | null> {
  const miss = find([]);
  return miss === null || miss.own !== null ? miss : find(await names());
}
