import { parentPort, workerData } from 'node:worker_threads';
import { Scratch } from '../../answering/scratch';
import { standBack } from '../../answering/standBack';
import { buildGroups } from '../../graph/groups';
import { PackedGraph } from '../../graph/packedGraph';
import type { DiagnoserStart } from './messages';
import { serveDiagnoses } from './serve';

/** The thread of the diagnosis: a search of the graph takes up to a second, and the editor must not wait for it. */
function run({ graph: shared }: DiagnoserStart): void {
  if (parentPort === null) throw new Error('diagnoser/worker.ts runs as a worker thread only');
  const graph = PackedGraph.attach(shared);
  serveDiagnoses(parentPort, { graph, groups: buildGroups(graph), scratch: new Scratch(graph.nodeCount, 2 * graph.relations.length) });
}

function isStart(value: unknown): value is DiagnoserStart {
  return typeof value === 'object' && value !== null && 'graph' in value;
}

if (isStart(workerData)) {
  standBack();
  run(workerData);
}
