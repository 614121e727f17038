import { existsSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { basename, join } from 'node:path';
import type { RunAbout } from '../protocol';

/** What the caller knows of a run. `root`: the folder that HopLens runs from. */
export interface AboutGiven extends Pick<RunAbout, 'format' | 'model' | 'graph' | 'setting'> {
  readonly path: string;
  readonly root: string;
}

/** Everything that a report says of its own making: data, split, model, graph, version and machine. */
export function aboutRun({ path, root, format, model, graph, setting }: AboutGiven): RunAbout {
  const file = basename(path);
  return {
    file, split: splitOf(file), format, date: new Date().toISOString(), version: versionOf(root), commit: commitOf(root), model, graph, setting,
    machine: `${cpus()[0]?.model.trim() ?? 'unknown processor'} × ${String(cpus().length)}`, node: process.versions.node,
  };
}

/** The split that a file's name says. */
export function splitOf(file: string): string {
  return /(?:^|[^a-z])(train|dev|devel|valid|validation|test)(?:[^a-z]|$)/i.exec(file)?.[1]?.toLowerCase() ?? '';
}

function versionOf(root: string): string {
  const path = join(root, 'package.json');
  if (!existsSync(path)) return '';
  const found: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return typeof found === 'object' && found !== null && 'version' in found && typeof found.version === 'string' ? found.version : '';
}

/** The commit that is checked out; empty where HopLens does not run in its repository. Read from the files of git: no process is started. */
export function commitOf(root: string): string {
  const head = read(join(root, '.git', 'HEAD'));
  const ref = /^ref: (.+)$/.exec(head)?.[1];
  if (ref === undefined) return head.slice(0, 9);
  const loose = read(join(root, '.git', ref));
  const packed = (): string => read(join(root, '.git', 'packed-refs')).split('\n').find((line) => line.endsWith(` ${ref}`)) ?? '';
  return (loose === '' ? packed() : loose).slice(0, 9);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}
