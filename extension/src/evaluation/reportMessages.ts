import { CAUSES, EXPORT_KINDS, type FromReport, type RowGroup } from '../../../server/src/protocol';

const GROUPS: readonly RowGroup[] = [...CAUSES, 'right', 'tied', 'wrong', 'unjudged', 'failed'];

/** Reads a message of the report's page; undefined for anything that is not one: a webview is not trusted to send only what it should. */
export function readReportMessage(data: unknown): FromReport | undefined {
  if (typeof data !== 'object' || data === null || !('type' in data)) return undefined;
  if (data.type === 'compare') return { type: 'compare' };
  if (data.type === 'reveal' && 'index' in data && typeof data.index === 'number' && 'text' in data && typeof data.text === 'string') return { type: 'reveal', index: data.index, text: data.text };
  if (data.type === 'export' && 'kind' in data) {
    const kind = EXPORT_KINDS.find((one) => one === data.kind);
    return kind === undefined ? undefined : { type: 'export', kind };
  }
  if (data.type === 'more' && 'group' in data && 'offset' in data && typeof data.offset === 'number') {
    const group = GROUPS.find((one) => one === data.group);
    return group === undefined ? undefined : { type: 'more', group, offset: data.offset };
  }
  return undefined;
}
