import type { FromPanel } from '../../../server/src/protocol';
import { readForces } from './forces';
import { isRecord, isSpan } from './shapes';

/** Reads a message of the panel; undefined for anything that is not one. A webview is not trusted to send only what it should. */
export function readMessage(data: unknown): FromPanel | undefined {
  if (!isRecord(data)) return undefined;
  const { type, uri, index, span, id, text } = data;
  switch (type) {
    case 'ready': return { type };
    case 'reveal': return typeof uri === 'string' && typeof index === 'number' && isSpan(span) ? { type, uri, index, span } : undefined;
    case 'answerAgain': return typeof uri === 'string' && typeof index === 'number' ? { type, uri, index } : undefined;
    case 'whatIf': {
      const forces = readForces(data['forces']);
      return typeof uri === 'string' && typeof index === 'number' && forces !== undefined ? { type, uri, index, forces } : undefined;
    }
    case 'savePicture': {
      const { name, format, data: picture } = data;
      return typeof name === 'string' && (format === 'svg' || format === 'png') && typeof picture === 'string' ? { type, name, format, data: picture } : undefined;
    }
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
