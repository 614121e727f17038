import type { Node } from '../graph/knowledgeGraph';
import type { KnownValues } from '../graph/knownValues';
import { OPERATION_NAMES, type OperationName, type PlanName } from '../protocol';
import { bestCandidates, comparisonsOf, type Comparison } from './comparisons';
import type { Cues } from './cues';
import { edgesOfGroup, type EdgeRange } from './edgeRange';
import { followOnce } from './follow';
import { heldWhen } from './heldWhen';
import type { Reasoning } from './hops';
import { SLOT, startOf } from './hops';
import { attributesOf, ranked, type Attribute, type Valued } from './memberSets';
import { pairsOf, type Pair } from './pairs';
import { PLANS } from './plan';
import type { Field } from './programs';
import { best } from './programs';
import type { Resolution } from './resolution';
import { softmax } from './softmax';

/** Programs of a chain plan that are taken as sets, and candidates of a span that are looked for in one; the same in training (operate.py). */
const CHAIN_SETS = 6;
const LOOKED_FOR = 8;
/** Where the words say "list" so surely, no other operation is tried. */
const SURE = 0.99;
const TINY = 1e-9;

/** A crisp set that the paths reach: one program of a chain, or a pair of programs that meet. */
export interface MemberSet {
  readonly plan: PlanName;
  /** One span for a chain, two for a pair. */
  readonly spans: readonly number[];
  readonly programs: readonly number[];
  readonly members: readonly Node[];
  /** The edges of each path's last hop, which lead to the members. */
  readonly edges: readonly EdgeRange[];
  /** The plan's probability times the program's. */
  readonly weight: number;
}

/** What an outcome rests on: shown in the panel as the operation's inputs. */
export type Basis =
  | { readonly kind: 'set'; readonly set: MemberSet; readonly attribute: Attribute | null; readonly attributeScore: number; readonly kept: readonly Node[] }
  | { readonly kind: 'difference'; readonly pair: Pair }
  | { readonly kind: 'check'; readonly set: MemberSet; readonly span: number; readonly found: Node | null }
  | { readonly kind: 'comparison'; readonly comparison: Comparison };

/** One answer of an operation: a node, or a value (a count, `true`, `false`) where `node` is −1. */
export interface Outcome {
  readonly operation: OperationName;
  readonly node: Node;
  readonly value: string;
  /** Probability of this answer given the operation. */
  readonly share: number;
  /** What carried most of it. */
  readonly basis: Basis;
}

/** The operations' probabilities, in the order of {@link OPERATION_NAMES}, and what each but `list` gives. */
export interface Operated {
  readonly choice: readonly number[];
  readonly outcomes: readonly Outcome[];
}

/** Adds up what each answer of each operation is given, and keeps what gave it most. */
class Tally {
  /** In the order in which they were first given. */
  readonly outcomes: { readonly operation: OperationName; readonly node: Node; readonly value: string; share: number; most: number; basis: Basis }[] = [];
  readonly #places = new Map<OperationName, Map<Node | string, number>>(OPERATION_NAMES.map((name) => [name, new Map()]));

  add(operation: OperationName, answer: Node | string, share: number, basis: Basis): void {
    const places = this.#places.get(operation);
    const known = this.outcomes[places?.get(answer) ?? -1];
    if (known === undefined) {
      const [node, value] = typeof answer === 'string' ? [-1, answer] : [answer, ''];
      places?.set(answer, this.outcomes.length);
      this.outcomes.push({ operation, node, value, share, most: share, basis });
      return;
    }
    known.share += share;
    if (share > known.most) {
      known.most = share;
      known.basis = basis;
    }
  }
}

/**
 * Does every operation on the question's likeliest sets and weighs the results: Σ_set w(set) Σ_attribute p(attribute | set). The operation itself is chosen by
 * what the words say, among those that the graph allows here.
 *
 * @param gate probability of each plan, then of no answer
 * @param values called only where an operation is likely
 */
export function operate(field: Field, values: () => KnownValues, resolution: Resolution, reasoning: Reasoning, gate: readonly number[], cues: Cues): Operated {
  const words = [...resolution.heads.operation];
  const listed = OPERATION_NAMES.map((name) => (name === 'list' ? 1 : 0));
  if ((softmax(words)[0] ?? 1) > SURE) return { choice: listed, outcomes: [] };
  const tally = new Tally();
  const pairs = pairsOf(field, resolution, reasoning);
  const masses = softmax(pairs.map(({ logit }) => logit));
  const sets = [...chainSets(field, resolution, reasoning, gate), ...pairs.map((pair, k) => pairSet(pair, (masses[k] ?? 0) * planShare(gate, 3)))];
  const known = values();
  for (const set of sets) {
    tally.add('count', String(set.members.length), set.weight, { kind: 'set', set, attribute: null, attributeScore: 0, kept: set.members });
    overAttributes(field, known, resolution, set, cues, tally);
  }
  differences(pairs, tally);
  checks(resolution, sets.filter(({ plan }) => plan !== 'intersection'), tally);
  compare(comparisonsOf(field, known, resolution), resolution, tally);
  const { outcomes } = tally;
  const possible = new Set<OperationName>(['list', ...outcomes.map(({ operation }) => operation)]);
  return { choice: softmax(words.map((logit, k) => (possible.has(OPERATION_NAMES[k] ?? 'list') ? logit : -1e4))), outcomes };
}

/** A plan's probability among the plans that list something. */
function planShare(gate: readonly number[], plan: number): number {
  return (gate[plan] ?? 0) / (gate.slice(0, PLANS.length).reduce((sum, p) => sum + p, 0) + TINY);
}

function chainSets(field: Field, resolution: Resolution, reasoning: Reasoning, gate: readonly number[]): MemberSet[] {
  return reasoning.chains.flatMap((programs, k) => best(programs, CHAIN_SETS).flatMap((program): MemberSet[] => {
    const path = programs.relations.map((relation) => relation[program] ?? 0);
    const start = startOf(programs, resolution.nodes, program);
    const { frontiers } = followOnce(field, reasoning.followed, start, path);
    const members = frontiers.at(-1) ?? [];
    const span = resolution.spanOf[programs.candidate[program] ?? 0] ?? 0;
    const weight = planShare(gate, k) * (programs.score[program] ?? 0);
    if (members.length === 0) return [];
    const edges = (frontiers.at(-2) ?? [start]).map((node) => edgesOfGroup(field, node, path.at(-1) ?? 0));
    return [{ plan: PLANS[k] ?? 'one-hop', spans: [span], programs: [program], members, edges, weight }];
  }));
}

function pairSet({ spans, programs, shared, edges }: Pair, weight: number): MemberSet {
  return { plan: 'intersection', spans, programs, members: shared, edges, weight };
}

/** Greatest and least, and years. */
function overAttributes(field: Field, values: KnownValues, resolution: Resolution, set: MemberSet, cues: Cues, tally: Tally): void {
  const held = heldWhen(field, values.times, set.members, set.edges);
  const attributes = [...attributesOf(field, values, set.members), ...(held === undefined ? [] : [held])];
  const logit = ({ directed, share }: Attribute): number =>
    Math.log(share + TINY) + set.spans.reduce((sum, span) => sum + attributeScore(resolution, span, directed), 0) / set.spans.length;
  const give = (name: OperationName, attribute: Attribute, score: number, kept: readonly Valued[]): void => {
    const nodes = [...new Set(kept.map(({ node }) => node))];
    const basis: Basis = { kind: 'set', set, attribute, attributeScore: score, kept: nodes };
    for (const node of nodes) tally.add(name, node, set.weight * score, basis);
  };
  const rankable = attributes.filter((attribute) => ranked(attribute, cues.ordinal, true).length > 0);
  for (const [k, score] of softmax(rankable.map(logit)).entries()) {
    const attribute = rankable[k];
    if (attribute === undefined) continue;
    give('maximum', attribute, score, ranked(attribute, cues.ordinal, true));
    give('minimum', attribute, score, ranked(attribute, cues.ordinal, false));
  }
  if (cues.year === 0) return;
  const dated = attributes.filter((attribute) => attribute.held !== undefined || values.kind[attribute.directed] === 1);
  for (const [k, score] of softmax(dated.map(logit)).entries()) {
    const attribute = dated[k];
    if (attribute === undefined) continue;
    give('in-year', attribute, score, attribute.members.filter(({ value, until }) => Math.floor(value) <= cues.year && cues.year <= Math.floor(until)));
    give('before-year', attribute, score, attribute.members.filter(({ value }) => Number.isFinite(value) && Math.floor(value) < cues.year));
    give('after-year', attribute, score, attribute.members.filter(({ value }) => Math.floor(value) > cues.year));
  }
}

function attributeScore({ heads, slots, directedCount }: Resolution, span: number, directed: number): number {
  return heads.relation[(span * slots + SLOT.attribute[0]) * directedCount + directed] ?? 0;
}

/** What the first path reaches and the second does not, where they have something in common. */
function differences(pairs: readonly Pair[], tally: Tally): void {
  const apart = pairs.filter(({ rest }) => rest.length > 0);
  for (const [k, share] of softmax(apart.map(({ logit }) => logit)).entries()) {
    const pair = apart[k];
    if (pair === undefined) continue;
    const basis: Basis = { kind: 'difference', pair };
    for (const node of pair.rest) tally.add('difference', node, share, basis);
  }
}

/** Whether another mention names a member of the set. */
function checks(resolution: Resolution, sets: readonly MemberSet[], tally: Tally): void {
  const candidates = bestCandidates(resolution, LOOKED_FOR);
  const asked = sets.flatMap((set) => {
    const place = resolution.places[set.spans[0] ?? 0];
    const others = resolution.places.flatMap((other, span) => (place !== undefined && (other.to <= place.from || place.to <= other.from) ? [span] : []));
    const members = new Set(set.members);
    return softmax(others.map((span) => resolution.heads.meet[span] ?? 0)).map((share, k) => {
      const span = others[k] ?? 0;
      const hit = candidates[span]?.find((candidate) => members.has(resolution.nodes[candidate] ?? -1));
      return { set, span, share: share * set.weight, found: hit === undefined ? null : resolution.nodes[hit] ?? null };
    });
  });
  const total = asked.reduce((sum, { share }) => sum + share, 0) + TINY;
  for (const { set, span, share, found } of asked) tally.add('check', found === null ? 'false' : 'true', share / total, { kind: 'check', set, span, found });
}

function compare(comparisons: readonly Comparison[], { nodes }: Resolution, tally: Tally): void {
  for (const comparison of comparisons) {
    const { left, right, values: [a, b], share } = comparison;
    const basis: Basis = { kind: 'comparison', comparison };
    for (const [name, check, first] of [['greater', 'check-greater', a > b], ['lesser', 'check-lesser', a < b]] as const) {
      if (a === b) {
        tally.add(check, 'true', share / 2, basis);
        tally.add(check, 'false', share / 2, basis);
        continue;
      }
      tally.add(name, nodes[first ? left : right] ?? -1, share, basis);
      tally.add(check, first ? 'true' : 'false', share, basis);
    }
  }
}
