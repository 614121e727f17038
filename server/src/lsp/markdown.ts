/** Text of a data set or graph inside Markdown: nothing in it may format, link or run anything. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-!|<>~&]/g, '\\$&').replace(/\s+/g, ' ');
}

/** Text inside a table cell. */
export function cell(text: string, most = 48): string {
  const cut = text.length > most ? `${text.slice(0, most - 1)}…` : text;
  return escapeMarkdown(cut);
}
