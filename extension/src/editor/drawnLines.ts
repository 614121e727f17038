/** A run of lines, the last one included. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

/** So many lines are drawn beyond what is in view, at least: scrolling a little asks for nothing. */
const MARGIN = 60;

/**
 * The lines to draw: those in view with a screenful before and behind, within the document.
 *
 * @param parts what is in view; several where lines are folded
 */
export function linesToDraw(parts: readonly Lines[], lineCount: number): Lines {
  const first = Math.min(...parts.map((part) => part.first));
  const last = Math.max(...parts.map((part) => part.last));
  const margin = Math.max(MARGIN, last - first);
  return parts.length === 0 ? { first: 0, last: Math.min(lineCount - 1, MARGIN) } : { first: Math.max(0, first - margin), last: Math.min(lineCount - 1, last + margin) };
}

/** Whether everything in view lies within lines that were drawn. */
export function areDrawn(drawn: Lines | undefined, parts: readonly Lines[]): boolean {
  return drawn !== undefined && parts.every(({ first, last }) => drawn.first <= first && last <= drawn.last);
}
