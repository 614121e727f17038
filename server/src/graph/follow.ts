import type { DirectedRelation } from './knowledgeGraph';
import { firstEdge, type Rows } from './rows';
import type { SparseSum } from './sparseSum';

/** A weighted set of nodes: a sparse vector over the nodes of a graph. */
export interface Frontier {
  /** Distinct; rising where {@link follow} made them. */
  readonly nodes: Uint32Array;
  /** One for each node, ≥ 0. */
  readonly scores: Float64Array;
}

/** How far one hop may go. What is cut is what weighs least. */
export interface FollowLimits {
  readonly mostEdges: number;
  readonly mostNodes: number;
}

export interface FollowResult extends Frontier {
  /** Edges that were followed. */
  readonly edges: number;
  /** Whether a limit cut something: the scores are then lower bounds. */
  readonly truncated: boolean;
}

/** Runs of edges, each with one weight, as columns. */
interface Runs {
  readonly start: readonly number[];
  readonly end: readonly number[];
  readonly weight: readonly number[];
  readonly edges: number;
}

/**
 * One hop of the operator of Cohen et al. (2020), `follow(x, r) = M_objᵀ(M_subj x ⊙ M_rel r)`: each object gets the sum, over the edges that lead to it, of its
 * subject's score times the relation's score. The paper's matrices have a row for each edge of the graph; here only the edges of the frontier are touched, so
 * the cost of a hop does not grow with the graph.
 *
 * @param frontier x
 * @param relationScores r [2R] over directed relations, ≥ 0; the edges of a relation at 0 are not read
 * @param sum scratch memory for the graph's nodes, empty; left empty
 */
export function follow(graph: Rows, frontier: Frontier, relationScores: Float64Array, limits: FollowLimits, sum: SparseSum): FollowResult {
  const all = runsOf(graph, frontier, relationScores);
  const runs = all.edges > limits.mostEdges ? heaviest(all, limits.mostEdges) : all;
  const { edgeNode } = graph;
  for (let k = 0; k < runs.start.length; k++) {
    const weight = runs.weight[k] ?? 0;
    for (let edge = runs.start[k] ?? 0, end = runs.end[k] ?? 0; edge < end; edge++) sum.add(edgeNode[edge] ?? 0, weight);
  }
  const truncated = runs.edges < all.edges || sum.size > limits.mostNodes;
  return { ...sum.take(limits.mostNodes), edges: runs.edges, truncated };
}

/** The runs of edges that leave the frontier by a relation that is followed. */
function runsOf({ rowStart, edgeRelation }: Rows, { nodes, scores }: Frontier, relationScores: Float64Array): Runs {
  const followed: DirectedRelation[] = [];
  for (let directed = 0; directed < relationScores.length; directed++) if ((relationScores[directed] ?? 0) > 0) followed.push(directed);
  const [start, end, weight]: [number[], number[], number[]] = [[], [], []];
  let edges = 0;
  const push = (low: number, high: number, product: number): void => {
    // A product of tiny scores may vanish.
    if (low === high || !(product > 0)) return;
    start.push(low);
    end.push(high);
    weight.push(product);
    edges += high - low;
  };
  for (let k = 0; k < nodes.length; k++) {
    const score = scores[k] ?? 0;
    const low = rowStart[nodes[k] ?? 0] ?? 0;
    const high = rowStart[(nodes[k] ?? 0) + 1] ?? 0;
    if (followed.length < high - low) {
      // Fewer relations than edges: look each one up.
      let edge = low;
      for (const directed of followed) {
        const first = firstEdge(edgeRelation, directed, edge, high);
        edge = firstEdge(edgeRelation, directed + 1, first, high);
        push(first, edge, score * (relationScores[directed] ?? 0));
        if (edge === high) break;
      }
    } else {
      for (let edge = low; edge < high; ) {
        const first = edge;
        const directed = edgeRelation[edge];
        while (edge < high && edgeRelation[edge] === directed) edge++;
        push(first, edge, score * (relationScores[directed ?? 0] ?? 0));
      }
    }
  }
  return { start, end, weight, edges };
}

/** The heaviest runs with at most `most` edges between them; the last one may be cut in the middle. Equal ones stay in order. */
function heaviest(runs: Runs, most: number): Runs {
  const [start, end, weight]: [number[], number[], number[]] = [[], [], []];
  let left = most;
  for (const k of [...runs.weight.keys()].sort((a, b) => (runs.weight[b] ?? 0) - (runs.weight[a] ?? 0) || a - b)) {
    if (left <= 0) break;
    const low = runs.start[k] ?? 0;
    const high = Math.min(runs.end[k] ?? 0, low + left);
    start.push(low);
    end.push(high);
    weight.push(runs.weight[k] ?? 0);
    left -= high - low;
  }
  return { start, end, weight, edges: most - left };
}
