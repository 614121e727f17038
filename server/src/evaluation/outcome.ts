import type { Outcome, QuestionRow, ScoredNode } from '../protocol';
import { rowGroup } from './rowGroups';

const NAMED = 5;

/** A row as a test tells it: expected and actual answers in words. */
export function outcomeOf(row: QuestionRow): Outcome {
  const { index, text, verdict, message, millis } = row;
  return { index, text, verdict, group: rowGroup(row), expected: expectedText(row.goldAnswers), actual: answersText(row), message, millis };
}

/** The gold answers in words. */
export function expectedText(gold: readonly string[] | null): string {
  if (gold === null) return '';
  if (gold.length === 0 || (gold.length === 1 && gold[0]?.toLowerCase() === 'none')) return 'no answer';
  return listed(gold, gold.length);
}

function answersText({ answers, answerCount }: QuestionRow): string {
  return answers.length === 0 ? 'no answer' : listed(answers.map(nodeText), answerCount);
}

/** An answer in words: "Paris (Q90)". */
export function nodeText({ id, label }: Pick<ScoredNode, 'id' | 'label'>): string {
  return id === '' || id === label ? label : `${label} (${id})`;
}

function listed(texts: readonly string[], count: number): string {
  const shown = texts.slice(0, NAMED);
  return `${shown.join(', ')}${count > shown.length ? ` and ${String(count - shown.length)} more` : ''}`;
}
