import type { FromPanel, Span } from '../../../server/src/protocol';

/** Reads a message of the panel; undefined for anything that is not one. A webview is not trusted to send only what it should. */
export function readMessage(data: unknown): FromPanel | undefined {
  if (!isRecord(data)) return undefined;
  const { type, uri, index, span, id, text } = data;
  switch (type) {
    case 'ready': return { type };
    case 'reveal': return typeof uri === 'string' && typeof index === 'number' && isSpan(span) ? { type, uri, index, span } : undefined;
    case 'answerAgain': return typeof uri === 'string' && typeof index === 'number' ? { type, uri, index } : undefined;
    case 'card': case 'openPage': return typeof id === 'string' ? { type, id } : undefined;
    case 'copy': return typeof text === 'string' ? { type, text } : undefined;
    default: return undefined;
  }
}

/** The question that a panel showed when it was put away; undefined where its state says none. */
export function readState(state: unknown): { readonly uri: string; readonly index: number } | undefined {
  if (!isRecord(state) || !isRecord(state['state']) || !isRecord(state['state']['result'])) return undefined;
  const { uri, index } = state['state']['result'];
  return typeof uri === 'string' && typeof index === 'number' ? { uri, index } : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isSpan(value: unknown): value is Span {
  return isRecord(value) && typeof value['start'] === 'number' && typeof value['end'] === 'number';
}
