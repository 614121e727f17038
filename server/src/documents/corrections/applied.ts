import type { Corrected } from './given';

/** How many corrections hold in some questions: those attached to one and spoken against by nothing later. */
export function appliedIn(corrected: readonly (Corrected | undefined)[]): number {
  return new Set(corrected.flatMap((one) => one?.held.map(({ correction }) => correction.id) ?? [])).size;
}

/** What a report says of that: "with 2 corrections of the sidecar"; empty for none. */
export function appliedText(applied: number): string {
  return applied === 0 ? '' : `with ${String(applied)} ${applied === 1 ? 'correction' : 'corrections'} of the sidecar`;
}
