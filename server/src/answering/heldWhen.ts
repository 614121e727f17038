import type { FactTimes } from '../graph/factTimes';
import type { Node } from '../graph/knowledgeGraph';
import { firstFrom, rising } from '../graph/rising';
import type { EdgeRange } from './edgeRange';
import type { Attribute } from './memberSets';
import type { Field } from './programs';

/**
 * When the facts that lead to a set's members held, as an attribute beside those of the members: "the president in 1970" is who held the office then, whatever
 * else is known of him. A member of several periods stands several times, each by its start. Undefined where nothing is known. The same as training's sets.py.
 *
 * @param edges that lead to the members: those of each path's last hop
 */
export function heldWhen({ graph: { edgeNode } }: Field, times: FactTimes, members: readonly Node[], edges: readonly EdgeRange[]): Attribute | undefined {
  if (times.edge.length === 0) return undefined;
  const among = new Set(members);
  const rows = edges.flatMap(({ low, high }) => {
    const found: number[] = [];
    for (let row = firstFrom(times.edge, low); row < times.edge.length && (times.edge[row] ?? 0) < high; row++) if (among.has(edgeNode[times.edge[row] ?? 0] ?? -1)) found.push(row);
    return found;
  });
  if (rows.length === 0) return undefined;
  rows.sort((a, b) => rising(times.from[a], times.from[b]));
  return {
    directed: times.attribute,
    members: rows.map((row) => ({ node: edgeNode[times.edge[row] ?? 0] ?? 0, value: times.from[row] ?? 0, until: times.until[row] ?? 0 })),
    share: Math.min(1, rows.length / members.length),
    held: rows.map((row) => times.held[row] ?? 0),
  };
}
