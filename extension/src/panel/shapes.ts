import type { Span } from '../../../server/src/protocol';

/** Whether a value is an object whose fields may be looked at. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Whether a value is a span of a text. */
export function isSpan(value: unknown): value is Span {
  return isRecord(value) && typeof value['start'] === 'number' && typeof value['end'] === 'number';
}
