import { groupOf } from '../graph/groups';
import type { DirectedRelation, Node } from '../graph/knowledgeGraph';
import { edgesOfGroup, holds } from './edgeRange';
import type { Field } from './programs';

/** Most nodes of a frontier that are followed; beyond, the result says that it was cut. */
export const MOST_FOLLOWED = 3000;

/** The frontiers of one path: `[after hop 1, after hop 2, …]`. */
export interface Followed {
  readonly frontiers: readonly (readonly Node[])[];
  readonly truncated: boolean;
}

/** Follows one path exactly, touching only its frontier's edges; the walk straight back over the edge it came by does not count. */
export function followPath(field: Field, start: Node, path: readonly DirectedRelation[]): Followed {
  const frontiers: (readonly Node[])[] = [];
  let truncated = false;
  let before: readonly Node[] = [start];
  let frontier: readonly Node[] = [start];
  for (const [hop, directed] of path.entries()) {
    const back = hop > 0 && directed === ((path[hop - 1] ?? 0) ^ 1);
    const step = followStep(field, frontier, directed, back ? before : []);
    truncated ||= step.truncated;
    frontiers.push(step.reached);
    before = frontier;
    frontier = step.reached;
  }
  return { frontiers, truncated };
}

/** One hop from a frontier, in the order of the nodes; `without` is left out. */
function followStep({ graph, groups, scratch }: Field, frontier: readonly Node[], directed: DirectedRelation, without: readonly Node[]): { readonly reached: readonly Node[]; readonly truncated: boolean } {
  const mark = scratch.next();
  const { stamp } = scratch;
  for (const node of without) stamp[node] = mark;
  const reached: Node[] = [];
  let truncated = false;
  for (const node of frontier) {
    const group = groupOf(groups, node, directed);
    if (group < 0) continue;
    const end = groups.start[group + 1] ?? 0;
    for (let edge = groups.start[group] ?? 0; edge < end && !truncated; edge++) {
      const object = graph.edgeNode[edge] ?? 0;
      if (stamp[object] === mark) continue;
      stamp[object] = mark;
      if (reached.length >= MOST_FOLLOWED) truncated = true;
      else reached.push(object);
    }
    if (truncated) break;
  }
  // The edges of one group are in order already; typed arrays sort numbers without a comparison that is called.
  return { reached: frontier.length > 1 ? Array.from(Uint32Array.from(reached).sort()) : reached, truncated };
}

/** What was followed for one question: the answers, the paths and the proofs ask for the same programs. */
export type FollowCache = Map<string, Followed>;

/** {@link followPath}, each path of a question once. */
export function followOnce(field: Field, cache: FollowCache, start: Node, path: readonly DirectedRelation[]): Followed {
  const key = `${String(start)} ${path.join(' ')}`;
  let followed = cache.get(key);
  if (followed === undefined) cache.set(key, (followed = followPath(field, start, path)));
  return followed;
}

/** One chain of nodes along a path that ends in `end`: start, …, end. Empty when the path does not lead there. */
export function chainTo(field: Field, start: Node, path: readonly DirectedRelation[], end: Node, cache: FollowCache = new Map()): readonly Node[] {
  const { frontiers } = followOnce(field, cache, start, path);
  const chain: Node[] = [end];
  for (let hop = path.length - 1; hop >= 0; hop--) {
    const here = chain[0] ?? end;
    const candidates = hop === 0 ? [start] : (frontiers[hop - 1] ?? []);
    const from = candidates.find((node) => holds(field.graph.edgeNode, edgesOfGroup(field, node, path[hop] ?? 0), here));
    if (from === undefined) return [];
    chain.unshift(from);
  }
  return chain;
}
