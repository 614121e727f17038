import type { Alias, Pin } from '../../answering/answerer';
import type { Given } from '../../answering/given';
import type { ParsedQuestion } from '../../formats/format';
import { normalise } from '../../graph/lexicon/normalise';
import type { CorrectionKind, Span } from '../../protocol';
import type { Attached } from './attach';

/** The corrections of one question: what the answerer is told, and which correction holds where. */
export interface Corrected {
  readonly given: Given;
  /** By position. */
  readonly held: readonly Attached[];
  /** Corrections that a later one, or a pin in the text, speaks against. */
  readonly overruled: readonly Attached[];
}

/** A question that nothing is corrected in. */
export const UNCORRECTED: Corrected = { given: {}, held: [], overruled: [] };

/** Of the same words, in this order: which they are, whom they name. */
const SHOWN: readonly CorrectionKind[] = ['span', 'entity', 'none', 'alias'];

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/**
 * Turns the corrections of a question into what the answerer is told: a pin in the text goes before any correction, a later correction before an earlier one over
 * the same words. That words are one mention, and which entity it names, go together.
 *
 * @param mine the corrections attached to this question
 * @param aliases further names, of the whole file: those whose words stand in the question are told
 */
export function correctedOf(question: Pick<ParsedQuestion, 'text' | 'pins'>, mine: readonly Attached[], aliases: readonly Alias[]): Corrected {
  const held: Attached[] = [];
  const overruled: Attached[] = [];
  for (const one of [...mine].sort((a, b) => (a.correction.time < b.correction.time ? 1 : a.correction.time > b.correction.time ? -1 : a.correction.id < b.correction.id ? 1 : -1))) {
    const against = (other: Attached): boolean => overlaps(other.span, one.span) && other.correction.kind !== 'alias' && !goTogether(one, other);
    const stands = one.correction.kind === 'alias' || (!question.pins.some((pin) => overlaps(pin, one.span)) && !held.some(against));
    (stands ? held : overruled).push(one);
  }
  held.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || SHOWN.indexOf(a.correction.kind) - SHOWN.indexOf(b.correction.kind));
  const spansOf = (kind: 'none' | 'span'): Span[] => held.filter(({ correction }) => correction.kind === kind).map(({ span: { start, end } }) => ({ start, end }));
  const pins = held.flatMap(({ correction: { kind, entity }, span: { start, end } }): Pin[] => (kind === 'entity' ? [{ start, end, id: entity }] : []));
  const words = aliases.length === 0 ? '' : ` ${normalise(question.text)} `;
  return {
    given: {
      ...some('pins', pins), ...some('noEntity', spansOf('none')), ...some('mentions', spansOf('span')),
      ...some('aliases', aliases.filter(({ text }) => words.includes(` ${normalise(text)} `))),
    },
    held, overruled,
  };
}

function some<Name extends keyof Given, Item>(name: Name, items: readonly Item[]): Readonly<Partial<Record<Name, readonly Item[]>>> {
  const result: Partial<Record<Name, readonly Item[]>> = {};
  if (items.length > 0) result[name] = items;
  return result;
}

/** A fixed span and the entity of the same words. */
function goTogether(a: Attached, b: Attached): boolean {
  const kinds = [a.correction.kind, b.correction.kind];
  return a.span.start === b.span.start && a.span.end === b.span.end && kinds.includes('span') && kinds.includes('entity');
}
