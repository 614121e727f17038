/**
 * A text of an extract without the traces of its file format: backslashes before quotation marks, and the quotation marks of a CSV cell (RFC 4180) that was
 * never unquoted.
 */
export function cleanText(text: string): string {
  const plain = text.replaceAll('\\"', '"').replaceAll('\\\\', '\\').trim();
  if (!plain.includes('""')) return plain;
  const cell = /^"(.*)"$/s.exec(plain)?.[1] ?? plain;
  return cell.replaceAll('""', '"');
}

/**
 * Whether an alias is half of a quoted list that was split at its comma (`"Clinton` and `William"`): not a name. A mark after a digit stands for inches.
 */
export function isFragment(alias: string): boolean {
  return (alias.match(/"/g)?.length ?? 0) % 2 === 1 && (alias.startsWith('"') || /[^\d]"$/.test(alias));
}

/** The names in a cell, separated by `|`: cleaned, each once, without fragments and without the label itself. */
export function cleanNames(cell: string, label: string): string[] {
  const names = cell.split('|').map(cleanText).filter((name) => name !== '' && name !== label && !isFragment(name));
  return [...new Set(names)];
}
