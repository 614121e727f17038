import { CORRECTION_KINDS, type Correction, type CorrectionKind } from '../../protocol';

/** A correction with fields that we do not know: they are kept. */
export interface StoredCorrection extends Correction {
  readonly extra: Readonly<Record<string, unknown>>;
}

/** The sidecar's fields in the order in which they are written; what is empty, or an occurrence of 1, is left out. */
const FIELDS = ['id', 'question', 'questionOccurrence', 'questionId', 'mention', 'mentionOccurrence', 'kind', 'entity', 'label', 'was', 'author', 'time'] as const;
type Field = (typeof FIELDS)[number];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isKind = (value: unknown): value is CorrectionKind => CORRECTION_KINDS.some((kind) => kind === value);
const isField = (name: string): name is Field => FIELDS.some((field) => field === name);

/**
 * Reads one correction.
 *
 * @returns the correction, or what is wrong with it in words
 */
export function readCorrection(value: unknown): StoredCorrection | string {
  if (!isObject(value)) return 'A correction is an object in braces.';
  const { kind } = value;
  if (!isKind(kind)) return `"kind" is one of ${CORRECTION_KINDS.map((one) => `"${one}"`).join(', ')}.`;
  const wrong: string[] = [];
  const text = (name: Field, needed: boolean): string => {
    const found = value[name];
    if (typeof found === 'string' && (!needed || found !== '')) return found;
    if (found !== undefined || needed) wrong.push(`"${name}" is a text${needed ? ' that is not empty' : ''}.`);
    return '';
  };
  const count = (name: Field): number => {
    const found = value[name] ?? 1;
    if (typeof found === 'number' && Number.isInteger(found) && found >= 1) return found;
    wrong.push(`"${name}" is a whole number from 1.`);
    return 1;
  };
  const correction: StoredCorrection = {
    id: text('id', true), kind, question: text('question', true), questionOccurrence: count('questionOccurrence'), questionId: text('questionId', false),
    mention: text('mention', true), mentionOccurrence: count('mentionOccurrence'), entity: text('entity', kind === 'entity' || kind === 'alias'),
    label: text('label', false), was: text('was', false), author: text('author', false), time: text('time', false),
    extra: Object.fromEntries(Object.entries(value).filter(([name]) => !isField(name))),
  };
  return wrong.length === 0 ? correction : wrong.join(' ');
}

/** A correction as one line of JSON. */
export function correctionLine({ extra, ...correction }: StoredCorrection): string {
  const known = FIELDS.flatMap((field): [string, unknown][] => {
    const value = correction[field];
    return value === '' || value === 1 ? [] : [[field, value]];
  });
  return `{ ${[...known, ...Object.entries(extra)].map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`).join(', ')} }`;
}

/** The order of lines: by question and mention, then by age. It does not depend on the question file, so that a line never moves. */
export function compareCorrections(a: StoredCorrection, b: StoredCorrection): number {
  for (const field of ['question', 'questionOccurrence', 'mention', 'mentionOccurrence', 'kind', 'time', 'id'] as const) {
    if (a[field] < b[field]) return -1;
    if (a[field] > b[field]) return 1;
  }
  return 0;
}
