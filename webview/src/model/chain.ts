import type { Answer, Explanation, ProofEdge, ScoredNode } from '../../../server/src/protocol';
import { nodeThing } from './things';

/** One link of a chain as read from left to right; `forward`: the graph's edge points the way we read. */
export interface ChainLink {
  readonly relation: { readonly id: string; readonly label: string };
  readonly forward: boolean;
  readonly path: number;
  /** When the fact held, where it is known. */
  readonly held?: string;
}

/** A node of a chain with the path it belongs to; the answer belongs to all, so to none (`null`). */
export interface ChainNode {
  readonly node: ScoredNode;
  readonly path: number | null;
}

/** A readable proof: `links[k]` joins `nodes[k]` and `nodes[k + 1]`. */
export interface Chain {
  readonly nodes: readonly ChainNode[];
  readonly links: readonly ChainLink[];
}

/**
 * The proofs of an answer as chains to read. Two paths that meet become one chain with the answer between them
 * (Natalie Portman ← performer − Padmé Amidala − present in work → Star Wars); any other number, one chain a path.
 */
export function chainsOf(explanation: Pick<Explanation, 'intersection'>, answer: Answer): readonly Chain[] {
  const chains = answer.proofs.flatMap((proof, k) => {
    const chain = walk(proof, answer, explanation.intersection?.paths[k] ?? k);
    return chain === null ? [] : [chain];
  });
  const [left, right] = chains;
  if (chains.length !== 2 || left === undefined || right === undefined) return chains;
  const back = reversed(right);
  return [{ nodes: [...left.nodes, ...back.nodes.slice(1)], links: [...left.links, ...back.links] }];
}

/** Walks a proof's edges from the mention's entity to the answer; null for a proof without edges. */
function walk(proof: readonly ProofEdge[], answer: ScoredNode, path: number): Chain | null {
  const first = proof[0];
  if (first === undefined) return null;
  const nodes: ChainNode[] = [];
  const links: ChainLink[] = [];
  let here = startOf(proof, answer);
  nodes.push({ node: here, path });
  for (const edge of proof) {
    const forward = same(edge.subject, here);
    here = forward ? edge.object : edge.subject;
    links.push({ relation: edge.relation, forward, path, ...(edge.held === undefined ? {} : { held: edge.held }) });
    nodes.push({ node: here, path });
  }
  nodes[nodes.length - 1] = { node: here, path: null };
  return { nodes, links };
}

/** The end of the first edge that the second edge (or, for a single edge, the answer) does not share. */
function startOf(proof: readonly ProofEdge[], answer: ScoredNode): ScoredNode {
  const [first, second] = proof;
  if (first === undefined) return answer;
  const objectIsNext = second === undefined ? same(first.object, answer) : same(first.object, second.subject) || same(first.object, second.object);
  return objectIsNext ? first.subject : first.object;
}

function reversed(chain: Chain): Chain {
  return { nodes: [...chain.nodes].reverse(), links: [...chain.links].reverse().map((link) => ({ ...link, forward: !link.forward })) };
}

const same = (a: ScoredNode, b: ScoredNode): boolean => nodeThing(a) === nodeThing(b);

/** What stands on a link: the relation, and when the fact held. */
export function linkText({ relation, held }: ChainLink): string {
  return held === undefined ? relation.label : `${relation.label} (${held})`;
}

/** A chain as a sentence for screen readers: "Natalie Portman, is performer of, Padmé Amidala" without signs. */
export function spokenChain(chain: Chain): string {
  return chain.nodes.map(({ node }, k) => {
    const link = chain.links[k];
    return link === undefined ? node.label : `${node.label}, ${link.forward ? linkText(link) : `reached backwards by ${linkText(link)}`}, `;
  }).join('');
}
