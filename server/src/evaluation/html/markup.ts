/** Markup that is safe to put into a page: nothing but {@link html} makes it. */
export class Markup {
  constructor(readonly text: string) {}
}

type Piece = Markup | string | number | null | readonly Markup[];

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A template of HTML or SVG: every text put into it is escaped, so that no question can become markup. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return new Markup(strings.reduce((all, string, k) => all + written(pieces[k - 1] ?? null) + string));
}

function written(piece: Piece): string {
  if (piece === null) return '';
  if (piece instanceof Markup) return piece.text;
  if (typeof piece === 'number') return String(piece);
  if (typeof piece === 'string') return piece.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
  return piece.map(({ text }) => text).join('');
}

/** A share as a percentage with one digit; a dash where there is none. */
export function percent(value: number | null): string {
  return value === null ? '–' : (100 * value).toFixed(1);
}
