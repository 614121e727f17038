import { CAUSES, type RowGroup, type ToReport } from '../../../server/src/protocol';

const GROUPS: readonly RowGroup[] = [...CAUSES, 'right', 'tied', 'wrong', 'unjudged', 'failed'];

/** Reads a message of the extension; undefined for anything else: developer tools post to the page too. */
export function readRows(data: unknown): ToReport | undefined {
  if (typeof data !== 'object' || data === null || !('type' in data) || data.type !== 'rows' || !('group' in data) || !('html' in data) || !('offset' in data) || !('count' in data)) return undefined;
  const { html, offset, count } = data;
  const group = GROUPS.find((one) => one === data.group);
  return group !== undefined && typeof html === 'string' && typeof offset === 'number' && typeof count === 'number' ? { type: 'rows', group, html, offset, count } : undefined;
}
