// Keys of the things that appear in several parts of the panel. What shares a key lights up together.
import type { ScoredNode, Span } from '../../../server/src/protocol';

/** Key of an entity or literal. Keys hold no spaces: a list of keys is one attribute. */
export const nodeThing = (node: Pick<ScoredNode, 'id' | 'value' | 'label'>): string => `n:${encodeURIComponent(node.id === '' ? `=${node.value ?? node.label}` : node.id)}`;

/** Key of a relation, whichever way it is followed. */
export const relationThing = (id: string): string => `r:${encodeURIComponent(id)}`;

/** Key of a path by its index. */
export const pathThing = (path: number): string => `p:${path}`;

/** Key of a mention by its index. */
export const mentionThing = (mention: number): string => `m:${mention}`;

/** True where two half-open spans share at least one code unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
