import { followPath } from '../../answering/follow';
import type { Field } from '../../answering/programs';
import { groupOf } from '../../graph/groups';
import type { DirectedRelation, Node } from '../../graph/knowledgeGraph';
import type { PlanName } from '../../protocol';
import type { GoldAnswers } from '../goldMatch';

/** A path of the graph from one or two entities to gold answers. */
export interface FoundPath {
  readonly plan: PlanName;
  readonly arms: readonly { readonly node: Node; readonly relations: readonly DirectedRelation[] }[];
  /** F1 of what it reaches against the gold answers. */
  readonly f1: number;
  readonly reaches: number;
}

/** What a search found, best first, and whether a bound was met: then there may be more. */
export interface Search {
  readonly paths: readonly FoundPath[];
  readonly bounded: boolean;
}

/** Bounds of a search: gold answers looked back from, edges of one node, neighbours that a third hop starts from, all edges looked at, paths followed exactly. */
const MOST_GOLD = 8;
const MOST_EDGES = 20_000;
const MOST_MIDDLES = 400;
const BUDGET = 250_000;
/** Different literals that are compared with gold (some 20 µs each), and pairs of arms whose meeting is looked at. */
const MOST_LITERALS = 4000;
const MOST_PAIRS = 200;
const MOST_PATHS = 40;
/** A longer path must fit gold so much better to be taken for the meant one: by chance there are many. */
const PER_HOP = 0.15;
const PER_MEETING = 0.1;
/** A third hop is looked for only where nothing shorter fits so well. */
const GOOD = 0.7;
/** Paths whose value is so close to the best one's may be meant too. */
const NEARLY = 0.05;
/** A single hop that fits gold so well: one gold answer is one of at most nine. */
const AMONG_OTHERS = 0.2;

/** How well a path explains gold: its F1, less what its length makes likely by chance. */
export function valueOf(path: FoundPath): number {
  return path.f1 - (path.plan === 'intersection' ? PER_MEETING : PER_HOP * ((path.arms[0]?.relations.length ?? 1) - 1));
}

/** Those that may be meant: the best, and what fits gold nearly as well. */
export function nearBest(paths: readonly FoundPath[]): FoundPath[] {
  const top = paths[0] === undefined ? 0 : valueOf(paths[0]);
  return paths.filter((path) => valueOf(path) >= top - NEARLY);
}

/** Single hops that have gold among others: what a longer chain singles out of them it often does by chance. None where paths that meet explain gold. */
export function amongOthers(paths: readonly FoundPath[]): FoundPath[] {
  return paths[0]?.plan === 'intersection' ? [] : paths.filter(({ plan, f1 }) => plan === 'one-hop' && f1 >= AMONG_OTHERS);
}

/** Searches the graph for the paths of up to three hops, and the meetings of two one-hop paths, that lead from entities to gold answers. */
export function searchPaths(field: Field, starts: readonly Node[], gold: GoldAnswers, mostHops = 3): Search {
  const search = new Searching(field, gold);
  for (const node of starts) {
    search.oneHop(node);
    if (mostHops > 1) search.twoHops(node);
  }
  search.meetings(starts);
  if (mostHops > 2 && !search.found().some((path) => valueOf(path) >= GOOD)) for (const node of starts) search.threeHops(node);
  return { paths: search.found(), bounded: search.bounded };
}

/** A chain that leads to gold somewhere. */
interface Hit {
  readonly node: Node;
  readonly relations: readonly DirectedRelation[];
  /** How often it was met. */
  count: number;
  /** What following it exactly gave, once it was followed; null: gold is not reached. */
  path: FoundPath | null | undefined;
}

class Searching {
  bounded = false;
  #left = BUDGET;
  /** Relations by which a node leads to a gold answer in one hop. */
  readonly #before = new Map<Node, Set<DirectedRelation>>();
  readonly #hits = new Map<string, Hit>();
  readonly #meetings: FoundPath[] = [];
  readonly #compared = new Map<Node, boolean>();
  /** Objects of groups that were met. */
  readonly #sets = new Map<number, ReadonlySet<Node>>();
  #known: FoundPath[] | undefined;
  /** Whether some gold answer is no entity: it may be a literal, which is found forwards only. */
  readonly #literals: boolean;

  constructor(private readonly field: Field, private readonly gold: GoldAnswers) {
    const { nodes } = gold;
    if (nodes.length > MOST_GOLD) this.bounded = true;
    this.#literals = gold.mayBeLiteral;
    for (const node of nodes.slice(0, MOST_GOLD)) {
      this.#edges(node, (relation, other) => {
        const known = this.#before.get(other);
        if (known === undefined) this.#before.set(other, new Set([relation ^ 1]));
        else known.add(relation ^ 1);
      });
    }
  }

  oneHop(start: Node): void {
    this.#edges(start, (relation, node) => {
      if (this.#isGold(node)) this.#hit(start, [relation]);
    });
  }

  twoHops(start: Node): void {
    const { entityCount } = this.field.graph;
    this.#edges(start, (first, middle) => {
      if (middle >= entityCount) return;
      for (const second of this.#last(middle)) this.#hit(start, [first, second]);
    });
  }

  threeHops(start: Node): void {
    const { entityCount } = this.field.graph;
    let middles = 0;
    this.#edges(start, (first, middle) => {
      if (middle >= entityCount || ++middles > MOST_MIDDLES) return;
      this.#edges(middle, (second, end) => {
        // What goes on from its start is reached in one hop from there, and that explains gold as well.
        if (end >= entityCount || end === start) return;
        for (const third of this.#last(end)) this.#hit(start, [first, second, third]);
      });
    });
    if (middles > MOST_MIDDLES) this.bounded = true;
  }

  /** Pairs of entities that both lead to a gold answer in one hop. */
  meetings(starts: readonly Node[]): void {
    let pairs = 0;
    for (const [k, left] of starts.entries()) {
      for (const right of starts.slice(k + 1)) {
        for (const one of this.#before.get(left) ?? []) {
          for (const other of this.#before.get(right) ?? []) {
            if (++pairs > MOST_PAIRS) {
              this.bounded = true;
              return;
            }
            const there = this.#objects(right, other);
            const both = [...this.#objects(left, one)].filter((node) => there.has(node));
            if (both.some((node) => this.#isGold(node))) this.#meetings.push({ plan: 'intersection', arms: [{ node: left, relations: [one] }, { node: right, relations: [other] }], ...this.#fit(both) });
          }
        }
      }
    }
  }

  /** Everything found so far, best first. */
  found(): FoundPath[] {
    this.#known ??= this.#follow();
    return this.#known;
  }

  #follow(): FoundPath[] {
    const likely = [...this.#hits.values()].sort((a, b) => a.relations.length - b.relations.length || b.count - a.count);
    if (likely.length > MOST_PATHS) this.bounded = true;
    const chains = likely.slice(0, MOST_PATHS).flatMap((hit) => {
      if (hit.path === undefined) hit.path = this.#chain(hit);
      return hit.path ?? [];
    });
    return [...chains, ...this.#meetings].sort((a, b) => valueOf(b) - valueOf(a));
  }

  #chain({ node, relations }: Hit): FoundPath | null {
    const reached = (followPath(this.field, node, relations).frontiers.at(-1) ?? []).filter((one) => relations.length === 1 || one !== node);
    const plan = (['one-hop', 'two-hop', 'three-hop'] as const)[relations.length - 1] ?? 'three-hop';
    return reached.some((one) => this.#isGold(one)) ? { plan, arms: [{ node, relations }], ...this.#fit(reached) } : null;
  }

  #hit(node: Node, relations: readonly DirectedRelation[]): void {
    this.#known = undefined;
    const key = `${String(node)} ${relations.join(' ')}`;
    const known = this.#hits.get(key);
    if (known === undefined) this.#hits.set(key, { node, relations, count: 1, path: undefined });
    else known.count++;
  }

  /** Relations that lead from a node to a gold answer; forwards where gold is a literal, which has no edges of its own. */
  #last(node: Node): Iterable<DirectedRelation> {
    const known = this.#before.get(node);
    if (known !== undefined || !this.#literals) return known ?? [];
    const found = new Set<DirectedRelation>();
    this.#before.set(node, found);
    this.#edges(node, (relation, object) => {
      if (object >= this.field.graph.entityCount && this.#isGold(object)) found.add(relation);
    });
    return found;
  }

  /** Whether a node is gold; each literal is compared once. */
  #isGold(node: Node): boolean {
    if (node < this.field.graph.entityCount) return this.gold.isNode(node);
    if (!this.#literals) return false;
    let known = this.#compared.get(node);
    if (known === undefined) {
      if (this.#compared.size >= MOST_LITERALS) {
        this.bounded = true;
        return false;
      }
      this.#compared.set(node, (known = this.gold.isNode(node)));
    }
    return known;
  }

  #edges(node: Node, visit: (relation: DirectedRelation, node: Node) => void): void {
    const { rowStart, edgeRelation, edgeNode } = this.field.graph;
    const low = rowStart[node] ?? 0;
    const high = rowStart[node + 1] ?? low;
    const end = Math.min(high, low + MOST_EDGES, low + Math.max(0, this.#left));
    if (end < high) this.bounded = true;
    this.#left -= end - low;
    for (let edge = low; edge < end; edge++) visit(edgeRelation[edge] ?? 0, edgeNode[edge] ?? 0);
  }

  #objects(node: Node, directed: DirectedRelation): ReadonlySet<Node> {
    const { groups, graph } = this.field;
    const group = groupOf(groups, node, directed);
    let known = this.#sets.get(group);
    if (known === undefined) this.#sets.set(group, (known = new Set(group < 0 ? [] : graph.edgeNode.subarray(groups.start[group] ?? 0, groups.start[group + 1] ?? 0))));
    return known;
  }

  #fit(reached: readonly Node[]): { readonly f1: number; readonly reaches: number } {
    const right = reached.filter((node) => this.#isGold(node)).length;
    const all = Math.max(right, this.gold.given.length);
    return { f1: (2 * right) / (reached.length + all), reaches: reached.length };
  }
}
