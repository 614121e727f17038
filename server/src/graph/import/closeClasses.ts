import type { GraphSource } from './graphSource';

type Triple = GraphSource['triples'][number];

/** Subclasses of subclasses are followed so far: beyond, a class of Wikidata seldom is what the word says. */
const DEEPEST = 3;

/**
 * What people mean by a class word: instances of its subclasses are instances of it ("the largest city in Germany" has classes such as "big city" and "urban
 * municipality of Germany"). Only for the classes that are listed; closing all would make everything an "entity".
 *
 * @param classes class → further classes whose instances count
 * @returns the `instance of` triples that are not there yet
 */
export function closeClasses(triples: readonly Triple[], classes: ReadonlyMap<string, readonly string[]>): Triple[] {
  const subclasses = new Map<string, string[]>();
  const instances = new Map<string, string[]>();
  const push = (map: Map<string, string[]>, key: string, value: string): void => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [value]);
    else list.push(value);
  };
  for (const [head, property, tail] of triples) {
    if (property === 'P279') push(subclasses, tail, head);
    else if (property === 'P31') push(instances, tail, head);
  }
  return [...classes].flatMap(([name, also]) => {
    const known = new Set(instances.get(name));
    const below = new Set([name, ...also]);
    let frontier = [...below];
    for (let depth = 0; depth < DEEPEST; depth++) {
      frontier = frontier.flatMap((one) => subclasses.get(one) ?? []).filter((one) => !below.has(one));
      for (const one of frontier) below.add(one);
    }
    const more = new Set([...below].flatMap((one) => instances.get(one) ?? []));
    return [...more].flatMap((one): Triple[] => (known.has(one) || one === name ? [] : [[one, 'P31', name]]));
  });
}
