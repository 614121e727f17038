import { parseArgs } from 'node:util';
import { follow } from '../server/src/graph/follow';
import { Pack } from '../server/src/graph/packFile';
import { PackedGraph } from '../server/src/graph/packedGraph';
import { SparseSum } from '../server/src/graph/sparseSum';
import { type FollowQuery, followQueries, type QueryKind } from './followQueries';
import { digest, runScipy } from './followScipy';
import { circumstances, fingerprint, quantile, timed } from './measure';
import { applyOperator, buildOperator, type SparseOperator } from './sparseOperator';

/*
 * One hop over the frontier's edges beside the same operator as the paper writes it, M_objᵀ(M_subj x ⊙ M_rel r), on the same graph and the same queries in one
 * run: with our own sparse matrices, and with SciPy's. All results are compared before a time is printed.
 */

const NO_LIMIT = { mostEdges: Infinity, mostNodes: Infinity };
const TOLERANCE = 1e-9;

interface KindResult {
  readonly follow: readonly number[];
  readonly matrices: readonly number[];
  readonly frontier: readonly number[];
  readonly edges: readonly number[];
  readonly digests: readonly (readonly [number, number, number])[];
}

function agree(a: number, b: number): boolean {
  return Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b));
}

function measure(graph: PackedGraph, operator: SparseOperator, { name, queries }: QueryKind): KindResult {
  const sum = new SparseSum(graph.nodeCount);
  const ours = ({ frontier, relations }: FollowQuery): ReturnType<typeof follow> => follow(graph, frontier, relations, NO_LIMIT, sum);
  for (const query of queries) ours(query);
  const result = { follow: [] as number[], matrices: [] as number[], frontier: [] as number[], edges: [] as number[], digests: [] as [number, number, number][] };
  for (const [k, query] of queries.entries()) {
    const { millis, value } = timed(() => ours(query));
    const x = new Float64Array(graph.nodeCount);
    for (const [at, node] of query.frontier.nodes.entries()) x[node] = query.frontier.scores[at] ?? 0;
    if (k === 0) applyOperator(operator, x, query.relations);
    const dense = timed(() => applyOperator(operator, x, query.relations));
    const reached = dense.value.reduce((count, score) => count + (score > 0 ? 1 : 0), 0);
    const same = reached === value.nodes.length && value.nodes.every((node, at) => agree(value.scores[at] ?? 0, dense.value[node] ?? 0));
    if (!same) throw new Error(`${name}, query ${k}: follow and the matrices differ`);
    result.follow.push(millis);
    result.matrices.push(dense.millis);
    result.frontier.push(query.frontier.nodes.length);
    result.edges.push(value.edges);
    result.digests.push(digest(value.nodes, value.scores));
  }
  return result;
}

function main(): void {
  const { values } = parseArgs({ options: { graph: { type: 'string', default: 'media/graph/wikidata.hlpack' }, queries: { type: 'string', default: '96' }, seed: { type: 'string', default: '1' } } });
  const graph = new PackedGraph(Pack.open(values.graph));
  console.log(`${circumstances()}\n${fingerprint(values.graph)}: ${graph.nodeCount} nodes, ${graph.edgeNode.length} directed edges, ${2 * graph.relations.length} directed relations`);
  const operator = buildOperator(graph, 2 * graph.relations.length);
  const kinds = followQueries(graph, Number(values.queries), Number(values.seed));
  const results = kinds.map((kind) => measure(graph, operator, kind));
  const scipy = runScipy(values.graph, kinds);
  for (const [k, result] of results.entries()) {
    const other = scipy?.kinds[k];
    const differs = other?.digests.findIndex((theirs, at) => theirs.some((value, j) => !agree(value, result.digests[at]?.[j] ?? Number.NaN))) ?? -1;
    if (differs >= 0) throw new Error(`${kinds[k]?.name ?? ''}, query ${differs}: follow and SciPy differ`);
  }
  console.log(`${values.queries} queries of each kind, seed ${values.seed}; all results equal within ${TOLERANCE}${scipy === undefined ? '; SciPy not measured: training/.venv is missing' : ` (${scipy.versions})`}`);
  for (const [k, result] of results.entries()) {
    const other = scipy?.kinds[k];
    const ours = quantile(result.follow, 0.5);
    const line = (name: string, samples: readonly number[]): string =>
      `  ${name.padEnd(30)} p50 ${quantile(samples, 0.5).toFixed(4)} ms   p95 ${quantile(samples, 0.95).toFixed(4)} ms   ${(quantile(samples, 0.5) / ours).toFixed(1)} × follow`;
    console.log(`${kinds[k]?.name ?? ''}: frontier p50 ${quantile(result.frontier, 0.5)} nodes (most ${Math.max(...result.frontier)}), edges p50 ${quantile(result.edges, 0.5)} (most ${Math.max(...result.edges)})`);
    console.log([line('follow', result.follow), line('sparse matrices, TypeScript', result.matrices),
      ...(other === undefined ? [] : [line('sparse matrices, SciPy', other.millis), line(`the same, ${other.batch} at a time`, other.batched)])].join('\n'));
  }
}

main();
