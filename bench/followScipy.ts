import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { QueryKind } from './followQueries';

const PYTHON = join('training', '.venv', 'bin', 'python');

/** What `follow_scipy.py` says of one kind of query. */
export interface ScipyResult {
  readonly versions: string;
  readonly kinds: readonly {
    /** Milliseconds a query, one at a time. */
    readonly millis: readonly number[];
    /** Milliseconds a query when `batch` of them are stacked. */
    readonly batched: readonly number[];
    readonly batch: number;
    /** Count, sum and a weighted sum of each result; see {@link digest}. */
    readonly digests: readonly (readonly [number, number, number])[];
  }[];
}

function isResult(value: unknown): value is ScipyResult {
  return typeof value === 'object' && value !== null && 'versions' in value && 'kinds' in value && Array.isArray(value.kinds);
}

/** Three numbers by which two results are compared: how many nodes, their sum, and their sum weighted by a hash of the node. */
export function digest(nodes: ArrayLike<number>, scores: ArrayLike<number>): [number, number, number] {
  let sum = 0;
  let weighted = 0;
  for (let k = 0; k < nodes.length; k++) {
    const score = scores[k] ?? 0;
    sum += score;
    weighted += score * ((Math.imul(nodes[k] ?? 0, 2654435761) >>> 0) / 4294967296);
  }
  return [nodes.length, sum, weighted];
}

/** Runs the same queries through SciPy's sparse matrices; undefined where training's virtual environment is missing. */
export function runScipy(pack: string, kinds: readonly QueryKind[]): ScipyResult | undefined {
  if (!existsSync(PYTHON)) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'hoplens-bench-'));
  try {
    const path = join(folder, 'queries.json');
    writeFileSync(path, JSON.stringify(kinds.map(({ queries }) => queries.map(({ frontier, relations }) => ({
      nodes: [...frontier.nodes], scores: [...frontier.scores], relations: [...relations],
    })))));
    const output = join(folder, 'result.json');
    execFileSync(PYTHON, [join('bench', 'follow_scipy.py'), pack, path, output], { stdio: 'inherit', env: { ...process.env, OMP_NUM_THREADS: '1' } });
    const result: unknown = JSON.parse(readFileSync(output, 'utf8'));
    if (!isResult(result)) throw new Error('bench/follow_scipy.py wrote something else than results.');
    return result;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
