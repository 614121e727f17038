import { periodText } from '../graph/factTimes';
import { groupOf } from '../graph/groups';
import type { Node } from '../graph/knowledgeGraph';
import { INPUTS_SHOWN, OPERATION_NAMES, type Operation, type OperationInput, type OperationName, type Path, type ProofEdge, type ScoredNode } from '../protocol';
import type { Comparison } from './comparisons';
import type { Computed } from './computed';
import { chainTo } from './follow';
import type { Reasoning } from './hops';
import { SLOT, startOf } from './hops';
import type { Basis, MemberSet, Outcome } from './operations';
import { wordAttention } from './paths';
import { PLANS } from './plan';
import type { Field } from './programs';
import { edgesOf, shown } from './proofs';
import type { Resolution } from './resolution';

/** A count, yes or no as an answer. */
export function valueShown(value: string, score: number): ScoredNode {
  return { id: '', label: value === 'true' ? 'Yes' : value === 'false' ? 'No' : value, score, value };
}

/** The literal that a node has for an attribute; undefined where it has none. */
function literalAt(field: Field, node: Node, directed: number): Node | undefined {
  const group = groupOf(field.groups, node, directed);
  return group < 0 ? undefined : field.graph.edgeNode[field.groups.start[group] ?? 0];
}

/** What an operation took in, before it is put into words: only the first few are. */
interface TakenIn {
  readonly node: Node;
  /** The attribute that was read, if any. */
  readonly directed?: number;
  /** When the fact that led to it held: rows of the graph's periods. */
  readonly held?: readonly number[];
  readonly kept: boolean;
}

function input(field: Field, { node, directed, held, kept }: TakenIn): OperationInput {
  if (held !== undefined) return { ...shown(field, node, kept ? 1 : 0), read: held.map((row) => periodText(field.graph, row)).join('; '), kept };
  const literal = directed === undefined ? undefined : literalAt(field, node, directed);
  return { ...shown(field, node, kept ? 1 : 0), read: literal === undefined ? '' : field.graph.labelOf(literal), kept };
}

/** The operation behind the leading answer, with what it took in; null where the paths' objects are listed as they are. */
export function operationOf(field: Field, { leading, choice, cues, resolution }: Computed): Operation | null {
  const outcome = leading?.outcome;
  if (outcome === undefined) return null;
  const { basis, operation } = outcome;
  const all = inputsOf(resolution, basis, operation);
  const attribute = attributeOf(basis);
  const relation = attribute === undefined ? undefined : field.graph.relations[attribute.directed >> 1];
  return {
    name: operation,
    scores: scoresOf(choice),
    attribute: relation === undefined || attribute === undefined ? null : { id: relation.id, label: `${relation.label}${attribute.held ? ' of the fact' : ''}`, score: attribute.score },
    ordinal: operation === 'maximum' || operation === 'minimum' ? cues.ordinal : 1,
    year: operation.endsWith('-year') ? cues.year : null,
    inputs: all.slice(0, INPUTS_SHOWN).map((one) => input(field, one)),
    inputCount: all.length,
  };
}

function scoresOf(choice: readonly number[]): Record<OperationName, number> {
  const at = (name: OperationName): number => choice[OPERATION_NAMES.indexOf(name)] ?? 0;
  return {
    list: at('list'), count: at('count'), maximum: at('maximum'), minimum: at('minimum'), greater: at('greater'), lesser: at('lesser'), difference: at('difference'),
    check: at('check'), 'check-greater': at('check-greater'), 'check-lesser': at('check-lesser'), 'in-year': at('in-year'), 'before-year': at('before-year'),
    'after-year': at('after-year'),
  };
}

function attributeOf(basis: Basis): { readonly directed: number; readonly score: number; readonly held: boolean } | undefined {
  if (basis.kind === 'comparison') return { directed: basis.comparison.directed, score: basis.comparison.share, held: false };
  return basis.kind === 'set' && basis.attribute !== null ? { directed: basis.attribute.directed, score: basis.attributeScore, held: basis.attribute.held !== undefined } : undefined;
}

function inputsOf(resolution: Resolution, basis: Basis, operation: OperationName): TakenIn[] {
  if (basis.kind === 'comparison') {
    const { left, right, directed, values: [a, b] } = basis.comparison;
    const first = operation.endsWith('lesser') ? a < b : a > b;
    return [left, right].map((candidate, k) => ({ node: resolution.nodes[candidate] ?? 0, directed, kept: first === (k === 0) }));
  }
  if (basis.kind === 'difference') return [...basis.pair.rest.map((node) => ({ node, kept: true })), ...basis.pair.shared.map((node) => ({ node, kept: false }))];
  if (basis.kind === 'check') return basis.set.members.map((node) => ({ node, kept: node === basis.found })).sort((a, b) => Number(b.kept) - Number(a.kept));
  const kept = new Set(basis.kept);
  if (basis.attribute === null) return basis.set.members.map((node) => ({ node, kept: true }));
  const { directed, members, held } = basis.attribute;
  const sorted = operation === 'maximum' ? members.toReversed() : members;
  const valued = new Set(sorted.map(({ node }) => node));
  const without = basis.set.members.filter((node) => !valued.has(node));
  const periods = new Map<Node, number[]>();
  for (const [k, row] of (held ?? []).entries()) periods.set(members[k]?.node ?? -1, [...(periods.get(members[k]?.node ?? -1) ?? []), row]);
  const taken = [...valued, ...without].map((node) => ({ node, directed, ...(held === undefined ? {} : { held: periods.get(node) ?? [] }), kept: kept.has(node) }));
  // Of a long list only the beginning is shown: those of the year first.
  return operation.endsWith('-year') ? taken.sort((a, b) => Number(b.kept) - Number(a.kept)) : taken;
}

/** The path of a span that is compared: its attribute and the value there. */
export function comparedPath(field: Field, { resolution, words }: Computed, span: number, { left, right, directed, share }: Comparison): Path {
  const node = resolution.nodes[resolution.spanOf[left] === span ? left : right] ?? 0;
  const literal = literalAt(field, node, directed);
  const relation = field.graph.relations[directed >> 1];
  return {
    mention: span,
    hops: [{
      weight: 1,
      relations: relation === undefined ? [] : [{ id: relation.id, label: relation.label, inverse: (directed & 1) === 1, score: share }],
      relationCount: 1,
      entities: literal === undefined ? [] : [shown(field, literal, share)],
      entityCount: literal === undefined ? 0 : 1,
      truncated: false,
      attention: wordAttention(resolution, words, span, SLOT.attribute[0]),
    }],
  };
}

/** The edges behind an operation's answer: how its set reaches it, and the value that was compared. */
export function operationProofs(field: Field, resolution: Resolution, reasoning: Reasoning, { basis, node }: Outcome): ProofEdge[][] {
  const valueEdge = (owner: Node, directed: number): ProofEdge[] => {
    const literal = literalAt(field, owner, directed);
    return literal === undefined ? [] : edgesOf(field, [owner, literal], [directed]);
  };
  if (basis.kind === 'comparison') return [basis.comparison.left, basis.comparison.right].map((candidate) => valueEdge(resolution.nodes[candidate] ?? 0, basis.comparison.directed));
  if (basis.kind === 'difference') return node < 0 ? [] : setProofs(field, resolution, reasoning, { plan: 'intersection', spans: basis.pair.spans.slice(0, 1), programs: basis.pair.programs.slice(0, 1) }, node);
  const reached = basis.kind === 'check' ? basis.found ?? -1 : node;
  if (reached < 0) return [];
  const chains = setProofs(field, resolution, reasoning, basis.set, reached);
  return basis.kind === 'set' && basis.attribute !== null && basis.attribute.held === undefined ? [...chains, valueEdge(reached, basis.attribute.directed)] : chains;
}

function setProofs(field: Field, resolution: Resolution, reasoning: Reasoning, set: Pick<MemberSet, 'plan' | 'spans' | 'programs'>, reached: Node): ProofEdge[][] {
  const programs = set.plan === 'intersection' ? reasoning.meeting : reasoning.chains[PLANS.indexOf(set.plan)];
  if (programs === undefined) return [];
  return set.programs.map((program) => {
    const path = programs.relations.map((relation) => relation[program] ?? 0);
    return edgesOf(field, chainTo(field, startOf(programs, resolution.nodes, program), path, reached, reasoning.followed), path);
  });
}
