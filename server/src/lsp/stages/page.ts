import type { RelationStep } from '../../protocol';
import { cell } from '../markdown';

const WIDEST = 60;

/** A table in Markdown; text of the graph is escaped, numbers stand right. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const right = head.map((_, k) => rows.length > 0 && rows.every((row) => typeof row[k] === 'number' || /^[-−–<>]?[\d.]+%?$|^–$/.test(row[k] ?? '')));
  const line = (cells: readonly (string | number)[]): string => `| ${cells.map((one) => cell(String(one), WIDEST)).join(' | ')} |`;
  return [line(head), `|${right.map((one) => (one ? '--:' : '---')).join('|')}|`, ...rows.map(line)].join('\n');
}

/** A page: title, the question, then blocks with an empty line between them. */
export function page(title: string, question: string, blocks: readonly string[]): string {
  return [`# ${title}`, `> ${cell(question, 400)}`, ...blocks].filter((block) => block !== '').join('\n\n') + '\n';
}

/** A relation in the direction in which it is followed. */
export function stepText({ id, label, inverse }: RelationStep): string {
  return `${inverse ? '← ' : ''}${label} (${id})`;
}

/** A path of relations. */
export function pathText(relations: readonly RelationStep[]): string {
  return relations.map(stepText).join(' → ');
}

/** A table of the first rows, with the number of those left out. */
export function firstRows(head: readonly string[], rows: readonly (readonly (string | number)[])[], all: number): string {
  return `${table(head, rows)}${all > rows.length ? `\n\n${String(all - rows.length)} more.` : ''}`;
}
