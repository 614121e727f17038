/** One decimal of a percentage; an en dash where there is nothing. */
export function percent(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : (100 * value).toFixed(1);
}

/** A table in Markdown: the first column to the left, the others to the right unless `left` names them. */
export function table(columns: readonly string[], rows: readonly (readonly (string | number | null)[])[], left: readonly number[] = [0]): string {
  const line = (cells: readonly (string | number | null)[]): string => `| ${cells.map((cell) => (cell === null ? '–' : String(cell).replaceAll('|', '\\|'))).join(' | ')} |`;
  return [line(columns), `|${columns.map((_, k) => (left.includes(k) ? '---' : '--:')).join('|')}|`, ...rows.map(line)].join('\n');
}
