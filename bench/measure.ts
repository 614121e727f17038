import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpus, loadavg } from 'node:os';
import { readFileSync } from 'node:fs';

/** The value below which a share of the samples lies (nearest rank). */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Milliseconds that a call takes, and what it returns. */
export function timed<T>(call: () => T): { readonly millis: number; readonly value: T } {
  const began = performance.now();
  const value = call();
  return { millis: performance.now() - began, value };
}

/** Commit, machine and load: what a number means nothing without. */
export function circumstances(): string {
  const commit = execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim();
  return `commit ${commit}; ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} threads, load ${(loadavg()[0] ?? 0).toFixed(2)}; Node ${process.version}`;
}

/** A file's name and the start of its SHA-256. */
export function fingerprint(path: string): string {
  return `${path} (sha256 ${createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 12)})`;
}

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
