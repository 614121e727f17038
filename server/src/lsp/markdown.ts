/** Text of a data set or graph inside Markdown: nothing in it may format, link or run anything, and it stays on its line. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-!|<>~&$:@]/g, '\\$&').replace(/\s+/g, ' ');
}

/** Text inside a table cell, cut to `most` characters. */
export function cell(text: string, most = 48): string {
  const characters = Array.from(text);
  return escapeMarkdown(characters.length > most ? `${characters.slice(0, most - 1).join('').trimEnd()}…` : text);
}

/** An address as the target of a link: nothing in it may end the link. */
export function linkTarget(url: string): string {
  return url.replace(/[()<>\s\\]/g, (character) => encodeURIComponent(character).replace('(', '%28').replace(')', '%29'));
}
