import type { ParsedQuestion } from '../../formats/format';
import type { Span } from '../../protocol';
import { correctQuestions } from './correctQuestions';
import type { Attached } from './attach';
import type { Sidecar } from './sidecarFile';

/** A row for training, as `training/hoplens_training/sources.py` reads it: JSON lines. */
export interface TrainingRow {
  readonly id: string;
  readonly question: string;
  /** The entities that the question names: corrected, pinned, and gold ones that nobody spoke against. */
  readonly qe: readonly string[];
  /** Gold answers, where the file has them. */
  readonly ans?: readonly string[];
  /** What was corrected: `id` null where the words name no entity, left out where only the span is said. UTF-16 offsets in the question. */
  readonly mentions: readonly { readonly start: number; readonly end: number; readonly text: string; readonly id?: string | null }[];
}

/** A further name of an entity. */
export interface FurtherName {
  readonly id: string;
  readonly name: string;
}

/** What a file's corrections give back. */
export interface Exported {
  readonly rows: readonly TrainingRow[];
  readonly names: readonly FurtherName[];
  /** Corrections that belong to no question of the file: their rows carry the text that they were made for. */
  readonly orphans: number;
}

/**
 * Training rows and further names of one question file.
 *
 * @param name begins the id of a row whose question has none
 */
export function exportRows(name: string, questions: readonly ParsedQuestion[], sidecar: Sidecar): Exported {
  const { corrected, orphans } = correctQuestions(sidecar, questions);
  const rows = questions.flatMap((question, index): TrainingRow[] => {
    const held = (corrected[index]?.held ?? []).filter(({ correction }) => correction.kind !== 'alias');
    return held.length === 0 ? [] : [rowOf(question, question.id === '' ? `${name}:${String(index + 1)}` : question.id, held)];
  });
  // The question is gone or changed, but what was said of its words still holds of them.
  const alone = orphans.map(({ correction: { id, question, mention, kind, entity } }): TrainingRow => {
    const start = Math.max(0, question.indexOf(mention));
    return { id: `${name}:${id}`, question, qe: kind === 'entity' ? [entity] : [], mentions: [{ start, end: start + mention.length, text: mention, ...idOf(kind, entity) }] };
  });
  const names = sidecar.corrections.flatMap(({ correction: { kind, mention, entity } }) => (kind === 'alias' ? [{ id: entity, name: mention }] : []));
  return { rows: [...rows, ...alone], names, orphans: orphans.length };
}

const idOf = (kind: Attached['correction']['kind'], entity: string): { readonly id?: string | null } => (kind === 'entity' ? { id: entity } : kind === 'none' ? { id: null } : {});
const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

function rowOf({ text, gold, goldAnswers, pins }: ParsedQuestion, id: string, held: readonly Attached[]): TrainingRow {
  const settled = [...held.map(({ span }) => span), ...pins];
  const kept = gold.filter((one) => one.id !== '' && (one.span === null || !settled.some((span) => one.span !== null && overlaps(one.span, span))));
  const chosen = held.flatMap(({ correction }) => (correction.kind === 'entity' ? [correction.entity] : []));
  return {
    id, question: text,
    qe: [...new Set([...chosen, ...pins.map((pin) => pin.id), ...kept.map((one) => one.id)])],
    ...(goldAnswers === null ? {} : { ans: goldAnswers }),
    mentions: held.map(({ correction: { kind, entity }, span: { start, end } }) => ({ start, end, text: text.slice(start, end), ...idOf(kind, entity) })),
  };
}

/** Rows of one question from several files or people are kept apart; the same row is taken once. */
export function rowLines(rows: readonly TrainingRow[]): string {
  return [...new Set(rows.map((row) => JSON.stringify(row)))].map((line) => `${line}\n`).join('');
}

/** Further names as the table `names/*.tsv` of a folder of facts, which the pack compiler reads (facts/README.md). */
export function nameTable(names: readonly FurtherName[]): string {
  const lines = names.map(({ id, name }) => `${id}\t${name.replace(/\s+/g, ' ').trim()}`);
  return ['# Names that people gave in HopLens.', '# id\tname', ...[...new Set(lines)].sort(), ''].join('\n');
}
