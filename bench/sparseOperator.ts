import type { Rows } from '../server/src/graph/rows';

/** A matrix in compressed sparse rows: row i has the columns `column[start[i]] …` with the values beside them. */
interface SparseMatrix {
  readonly columns: number;
  readonly start: Uint32Array;
  readonly column: Uint32Array;
  readonly value: Float64Array;
}

/** M x */
function times({ start, column, value }: SparseMatrix, x: Float64Array): Float64Array {
  const y = new Float64Array(start.length - 1);
  for (let row = 0; row < y.length; row++) {
    let sum = 0;
    for (let k = start[row] ?? 0, end = start[row + 1] ?? 0; k < end; k++) sum += (value[k] ?? 0) * (x[column[k] ?? 0] ?? 0);
    y[row] = sum;
  }
  return y;
}

/** Mᵀ v */
function transposedTimes({ columns, start, column, value }: SparseMatrix, v: Float64Array): Float64Array {
  const y = new Float64Array(columns);
  for (let row = 0; row + 1 < start.length; row++) {
    const amount = v[row] ?? 0;
    for (let k = start[row] ?? 0, end = start[row + 1] ?? 0; k < end; k++) {
      const at = column[k] ?? 0;
      y[at] = (y[at] ?? 0) + (value[k] ?? 0) * amount;
    }
  }
  return y;
}

/** The three matrices of Cohen et al. (2020), a row for each directed edge of the graph, a single 1 in each row. */
export interface SparseOperator {
  readonly subject: SparseMatrix;
  readonly relation: SparseMatrix;
  readonly object: SparseMatrix;
}

export function buildOperator(graph: Rows, directedCount: number): SparseOperator {
  const edges = graph.edgeNode.length;
  const subjects = new Uint32Array(edges);
  for (let node = 0; node < graph.nodeCount; node++) subjects.fill(node, graph.rowStart[node], graph.rowStart[node + 1]);
  const start = Uint32Array.from({ length: edges + 1 }, (_, k) => k);
  const value = new Float64Array(edges).fill(1);
  const matrix = (columns: number, column: Uint32Array): SparseMatrix => ({ columns, start, column, value });
  return {
    subject: matrix(graph.nodeCount, subjects),
    relation: matrix(directedCount, Uint32Array.from(graph.edgeRelation)),
    object: matrix(graph.nodeCount, Uint32Array.from(graph.edgeNode)),
  };
}

/** `M_objᵀ(M_subj x ⊙ M_rel r)` as written. @param x [N] @param r [2R] @returns [N] */
export function applyOperator({ subject, relation, object }: SparseOperator, x: Float64Array, r: Float64Array): Float64Array {
  const along = times(subject, x);
  const by = times(relation, r);
  for (let edge = 0; edge < along.length; edge++) along[edge] = (along[edge] ?? 0) * (by[edge] ?? 0);
  return transposedTimes(object, along);
}
