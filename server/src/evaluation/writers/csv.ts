import Papa from 'papaparse';
import type { QuestionRow, ScoredNode } from '../../protocol';
import { inCodePoints } from './codePoints';

/** A spreadsheet takes a cell that starts so for a formula: it is kept a text. */
const FORMULA = /^[=+\-@\t\r]/;

/** Rows of objects as CSV (RFC 4180), a header first. */
function csv(rows: readonly Readonly<Record<string, string | number | boolean | null>>[], fields: readonly string[]): string {
  return `${Papa.unparse({ fields: [...fields], data: rows.map((row) => fields.map((field) => row[field] ?? '')) }, { newline: '\r\n', escapeFormulae: FORMULA })}\r\n`;
}

const QUESTION_FIELDS = ['index', 'id', 'question', 'complexity', 'verdict', 'cause', 'why', 'gold_entities', 'gold_answers', 'answers', 'score', 'hits1', 'hits1_strict', 'f1', 'entity_right', 'relation_right', 'gold_entity_hits1', 'plan', 'operation', 'milliseconds'];

/** A line for each question with everything that was measured; lists are separated by "|". */
export function rowsCsv(rows: readonly QuestionRow[]): string {
  return csv(rows.map((row) => ({
    index: row.index, id: row.id, question: row.text, complexity: row.complexity, verdict: row.verdict, cause: row.cause, why: row.message,
    gold_entities: row.gold.map(({ id, label }) => (id === '' ? label : id)).join('|'), gold_answers: row.goldAnswers?.join('|') ?? null, answers: row.answers.map(answerText).join('|'), score: row.answers[0]?.score ?? null,
    hits1: row.hits1, hits1_strict: row.hits1Strict, f1: row.f1, entity_right: row.entityRight, relation_right: row.relationRight, gold_entity_hits1: row.given?.hits1 ?? null,
    plan: row.plan, operation: row.operation, milliseconds: Math.round(row.millis * 100) / 100,
  })), QUESTION_FIELDS);
}

const MENTION_FIELDS = ['index', 'id', 'question', 'start', 'end', 'text', 'entity', 'label', 'score'];

/** A line for each mention; offsets in the question, in code points. */
export function annotationsCsv(rows: readonly QuestionRow[]): string {
  return csv(rows.flatMap((row) => row.mentions.map((mention) => ({
    index: row.index, id: row.id, question: row.text, ...inCodePoints(row.text, mention), text: mention.text, entity: mention.id, label: mention.label, score: mention.score,
  }))), MENTION_FIELDS);
}

/** An answer as the formats write it: an id, or a literal's value. */
export function answerText({ id, value, label }: ScoredNode): string {
  return id === '' ? value ?? label : id;
}
