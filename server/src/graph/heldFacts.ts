import type { HeldFacts, Node } from './knowledgeGraph';
import type { Pack } from './packFile';
import type { PackWriter } from './packWriter';

/** The relation whose label says what a period is: what the words of a question are compared with. */
export const POINT_IN_TIME = { id: 'P585', label: 'point in time', description: 'time at which something happened, or at which a fact held', aliases: ['date', 'year', 'when'] } as const;

const COLUMNS = ['relation', 'subject', 'object', 'from', 'to'] as const;

/** Writes the rows; nothing for none. */
export function writeHeld(writer: PackWriter, held: HeldFacts): void {
  if (held.relation.length === 0) return;
  // −1 is kept as 2^32 − 1: sections hold whole numbers without a sign.
  for (const name of COLUMNS) writer.add(`held/${name}`, Uint32Array.from(held[name]));
}

/** The rows of a pack; none where it has no such sections. @throws PackError when one is damaged */
export function readHeld(pack: Pack): HeldFacts {
  const column = (name: (typeof COLUMNS)[number]): Uint32Array => (pack.has('held/relation') ? pack.u32(`held/${name}`) : new Uint32Array());
  return { relation: column('relation'), subject: column('subject'), object: column('object'), from: Int32Array.from(column('from'), signed), to: Int32Array.from(column('to'), signed) };
}

function signed(node: Node): number {
  return node | 0;
}
