import type { Outcome, RowGroup } from '../../../server/src/protocol';

/** What a line of the tree stands for. */
export type TreeNode =
  | { readonly kind: 'file'; readonly uri: string }
  | { readonly kind: 'group'; readonly uri: string; readonly group: RowGroup; readonly n: number }
  | { readonly kind: 'question'; readonly uri: string; readonly outcome: Outcome }
  | { readonly kind: 'more'; readonly uri: string; readonly group: RowGroup; readonly left: number }
  | { readonly kind: 'found'; readonly uri: string; readonly cause: string; readonly items: readonly Found[] }
  | { readonly kind: 'diagnostic'; readonly uri: string; readonly found: Found };

/** A miss that the diagnosis of an open file found: it stands in the Problems view too. */
export interface Found {
  readonly cause: string;
  readonly message: string;
  readonly line: number;
  readonly character: number;
}

/** The misses of a file by cause, most first. */
export function byCause(uri: string, found: readonly Found[]): TreeNode[] {
  const groups = new Map<string, Found[]>();
  for (const one of found) {
    const known = groups.get(one.cause);
    if (known === undefined) groups.set(one.cause, [one]);
    else known.push(one);
  }
  return [...groups].sort(([, a], [, b]) => b.length - a.length).map(([cause, items]) => ({ kind: 'found', uri, cause, items }));
}

/** A group as a person reads it. */
export function titleOf(group: string): string {
  const text = group === 'unjudged' ? 'no gold answers' : group === 'failed' ? 'could not be answered' : group === 'wrong' ? 'wrong, cause not told' : group.replaceAll('-', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
