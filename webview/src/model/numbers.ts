import type { Timings } from '../../../server/src/protocol';

/** A score in [0, 1] with two places: `0.94`; never rounded up to 1 or down to 0 where it is neither. */
export function score(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (value >= 1) return '1.00';
  if (value > 0.99) return value >= 0.995 ? '>0.99' : '0.99';
  if (value > 0 && value < 0.005) return '<0.01';
  return Math.max(0, value).toFixed(2);
}

/** A raw (logit) part with its sign: `+2.3`, `−0.4`; a part at the floor of −30 means that there is nothing: `none`. */
export function raw(value: number): string {
  if (!Number.isFinite(value) || value <= -30) return 'none';
  const rounded = Math.abs(value).toFixed(1);
  if (rounded === '0.0') return '0.0';
  return `${value < 0 ? '−' : '+'}${rounded}`;
}

/** `1 entity`, `31 entities`, `1,204 entities`; `plural` where it is not the singular with an s. */
export function count(value: number, singular: string, plural = `${singular}s`): string {
  return `${value.toLocaleString('en-US')} ${value === 1 ? singular : plural}`;
}

/** The part of a bar that is filled, in per cent with one place; clamped to [0, 100]. */
export function filled(value: number): string {
  return `${(Math.min(1, Math.max(0, Number.isFinite(value) ? value : 0)) * 100).toFixed(1)}%`;
}

/** `2.9 ms: mentions 0.3 · model 1.9 · hops 0.4 · rest 0.3`. */
export function timings(millis: Timings): string {
  const of = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(1));
  return `${of(millis.total)} ms: mentions ${of(millis.mentions)} · model ${of(millis.model)} · hops ${of(millis.hops)} · rest ${of(millis.rest)}`;
}
