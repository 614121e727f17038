import { heldText } from '../graph/factTimes';
import { groupOf } from '../graph/groups';
import type { Node } from '../graph/knowledgeGraph';
import type { ProofEdge, ScoredNode } from '../protocol';
import { chainTo } from './follow';
import type { Reasoning } from './hops';
import { startOf } from './hops';
import { PLANS } from './plan';
import type { Field } from './programs';
import type { Resolution } from './resolution';
import type { RankedAnswer } from './answers';

/** A node as the panel shows it. */
export function shown(field: Field, node: Node, score: number): ScoredNode {
  const literal = field.graph.literalOf(node);
  const label = field.graph.labelOf(node);
  return literal === undefined ? { id: field.graph.idOf(node), label, score } : { id: '', label, score, value: literal.value };
}

/** The edges of a chain of nodes, each in the graph's own direction: subject, relation, object. */
export function edgesOf(field: Field, chain: readonly Node[], path: readonly number[]): ProofEdge[] {
  return path.flatMap((directed, hop) => {
    const [from, to] = [chain[hop], chain[hop + 1]];
    const relation = field.graph.relations[directed >> 1];
    if (from === undefined || to === undefined || relation === undefined) return [];
    const [subject, object] = (directed & 1) === 1 ? [to, from] : [from, to];
    const held = heldText(field.graph, subject, directed >> 1, object);
    return [{ subject: shown(field, subject, 1), relation: { id: relation.id, label: relation.label }, object: shown(field, object, 1), ...(held === '' ? {} : { held }) }];
  });
}

/** The one-hop program of a span's path that carries most to an object, or −1. */
export function carrier(field: Field, resolution: Resolution, reasoning: Reasoning, span: number, object: Node): number {
  const { meeting } = reasoning;
  let found = -1;
  for (let p = 0; p < meeting.count; p++) {
    if (resolution.spanOf[meeting.candidate[p] ?? 0] !== span) continue;
    if (found >= 0 && (meeting.score[p] ?? 0) <= (meeting.score[found] ?? 0)) continue;
    const group = groupOf(field.groups, startOf(meeting, resolution.nodes, p), meeting.relations[0]?.[p] ?? 0);
    for (let edge = field.groups.start[group] ?? 0, end = field.groups.start[group + 1] ?? 0; edge < end; edge++) {
      if (field.graph.edgeNode[edge] === object) {
        found = p;
        break;
      }
    }
  }
  return found;
}

/** The chains of edges that prove an answer: one for a chain plan, one for each span that takes part in an intersection. */
export function proofsOf(field: Field, resolution: Resolution, reasoning: Reasoning, answer: RankedAnswer, spans: readonly number[]): ProofEdge[][] {
  if (answer.plan === 'intersection') {
    return spans.flatMap((span) => {
      const program = carrier(field, resolution, reasoning, span, answer.node);
      if (program < 0) return [];
      return [edgesOf(field, [startOf(reasoning.meeting, resolution.nodes, program), answer.node], [reasoning.meeting.relations[0]?.[program] ?? 0])];
    });
  }
  const programs = reasoning.chains[PLANS.indexOf(answer.plan)];
  if (programs === undefined) return [];
  const path = programs.relations.map((relation) => relation[answer.program] ?? 0);
  const chain = chainTo(field, startOf(programs, resolution.nodes, answer.program), path, answer.node, reasoning.followed);
  return chain.length === 0 ? [] : [edgesOf(field, chain, path)];
}
