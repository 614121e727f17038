import { randomBytes } from 'node:crypto';
import type { ParsedQuestion } from '../../formats/format';
import type { CorrectionKind, Span } from '../../protocol';
import { occurrenceOf } from './occurrences';
import type { Attached } from './attach';
import type { StoredCorrection } from './storedCorrection';

/** What is to be corrected, as a person says it. */
export interface Wish {
  readonly kind: CorrectionKind;
  /** In the question's text. */
  readonly span: Span;
  /** For `entity` and `alias`. */
  readonly entity?: { readonly id: string; readonly label: string };
  /** For `span`: the span that it takes the place of. */
  readonly was?: Span;
  readonly author: string;
}

/** A new correction of one question of a file: tied to its text, its occurrence and its id. */
export function newCorrection(questions: readonly Pick<ParsedQuestion, 'text' | 'id'>[], index: number, { kind, span, entity, was, author }: Wish): StoredCorrection {
  const { text, id } = questions[index] ?? { text: '', id: '' };
  return {
    // 60 bits: two people's ids never meet.
    id: BigInt(`0x${randomBytes(8).toString('hex')}`).toString(36).slice(0, 12).padStart(12, '0'),
    kind, question: text, questionOccurrence: questions.slice(0, index + 1).filter((other) => other.text === text).length, questionId: id,
    mention: text.slice(span.start, span.end), mentionOccurrence: occurrenceOf(text, span),
    entity: entity?.id ?? '', label: entity?.label ?? '', was: was === undefined ? '' : text.slice(was.start, was.end), author,
    time: new Date().toISOString(), extra: {},
  };
}

/**
 * What a wish adds to the corrections that hold in the question, and which of them it takes the place of: those over the same words. An entity that was chosen
 * before goes along when only the span changes.
 */
export function changesFor(questions: readonly Pick<ParsedQuestion, 'text' | 'id'>[], index: number, wish: Wish, held: readonly Attached[]): { readonly add: readonly StoredCorrection[]; readonly replaced: ReadonlySet<string> } {
  const { kind, span, was } = wish;
  const touched = ({ correction, span: own }: Attached): boolean => {
    const same = own.start === span.start && own.end === span.end;
    if (kind === 'alias' || correction.kind === 'alias') return kind === correction.kind && same && correction.entity === wish.entity?.id;
    if (kind === 'entity' && correction.kind === 'span' && same) return false;
    return (own.start < span.end && span.start < own.end) || (was !== undefined && own.start < was.end && was.start < own.end);
  };
  const gone = held.filter(touched);
  const chosen = kind === 'span' ? gone.find(({ correction }) => correction.kind === 'entity')?.correction : undefined;
  const add = [newCorrection(questions, index, wish)];
  if (chosen !== undefined) add.push(newCorrection(questions, index, { kind: 'entity', span, entity: { id: chosen.entity, label: chosen.label }, author: wish.author }));
  return { add, replaced: new Set(gone.map(({ correction }) => correction.id)) };
}
