import type { Node } from '../graph/knowledgeGraph';
import type { GroupValues } from '../graph/literalValue';
import { holds, type EdgeRange } from './edgeRange';
import type { Field } from './programs';

/** Members of a set that an operation looks at; the same in training. */
export const MOST_MEMBERS = 3000;

/** What two groups share: the smaller is looked up in the larger. */
export function meet({ graph: { edgeNode } }: Field, one: EdgeRange, two: EdgeRange): Node[] {
  const [small, large] = one.high - one.low > two.high - two.low ? [two, one] : [one, two];
  const found: Node[] = [];
  for (let edge = small.low; edge < small.high && found.length < MOST_MEMBERS; edge++) {
    const node = edgeNode[edge] ?? 0;
    if (holds(edgeNode, large, node)) found.push(node);
  }
  return found;
}

/** What the first group has and the second lacks. */
export function minus({ graph: { edgeNode } }: Field, one: EdgeRange, two: EdgeRange): Node[] {
  const found: Node[] = [];
  for (let edge = one.low; edge < one.high && found.length < MOST_MEMBERS; edge++) {
    const node = edgeNode[edge] ?? 0;
    if (!holds(edgeNode, two, node)) found.push(node);
  }
  return found;
}

/** A member with its value of an attribute. */
export interface Valued {
  readonly node: Node;
  readonly value: number;
  /** Where the value is the start of a period: its end; the value itself for any other. */
  readonly until: number;
}

/** The values that a set's members have of one attribute. */
export interface Attribute {
  readonly directed: number;
  /** From the least value to the greatest; ties in the order of the set. */
  readonly members: readonly Valued[];
  /** Share of the set's members that have it; of periods, their number beside that of the members, at most 1. */
  readonly share: number;
  /** Where it says when the facts that lead to the members held, and nothing of the members: the rows of the graph's periods, beside `members`. */
  readonly held?: readonly number[];
}

/** Every attribute (date or quantity) that some member has, in the order of the relations. */
export function attributesOf(field: Field, values: GroupValues, set: readonly Node[]): Attribute[] {
  const { nodeGroup, relation } = field.groups;
  const found = new Map<number, Valued[]>();
  for (const node of set) {
    for (let group = nodeGroup[node] ?? 0, end = nodeGroup[node + 1] ?? 0; group < end; group++) {
      const value = values.value[group] ?? NaN;
      if (Number.isNaN(value)) continue;
      const directed = relation[group] ?? 0;
      const members = found.get(directed);
      if (members === undefined) found.set(directed, [{ node, value, until: value }]);
      else members.push({ node, value, until: value });
    }
  }
  return [...found]
    .sort((a, b) => a[0] - b[0])
    .map(([directed, members]) => ({ directed, members: members.toSorted((a, b) => a.value - b.value), share: members.length / set.length }));
}

/**
 * The members with the `rank`-th greatest (`greatest`) or least value; none where there are not so many, or only one to choose from (of however many periods). A
 * period whose start is not known has no rank.
 */
export function ranked({ members: all }: Attribute, rank: number, greatest: boolean): readonly Valued[] {
  const members = all.filter(({ value }) => Number.isFinite(value));
  if (members.length < rank || members.every(({ node }) => node === members[0]?.node)) return [];
  const pivot = members[greatest ? members.length - rank : rank - 1]?.value;
  return members.filter(({ value }) => value === pivot);
}
