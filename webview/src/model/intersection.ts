import type { Explanation, IntersectionRow, ScoredNode } from '../../../server/src/protocol';
import { nodeThing } from './things';

/** A row of the table with the paths that did not reach it. */
export interface MeetingRow {
  readonly row: IntersectionRow;
  /** Columns whose path did not reach this entity. */
  readonly missing: readonly number[];
  readonly isAnswer: boolean;
}

export interface IntersectionView {
  /** Indices into the explanation's paths, one a column, with the label of the entity where the path starts. */
  readonly columns: readonly { readonly path: number; readonly label: string }[];
  /** Entities that every path reached, best first. */
  readonly met: readonly MeetingRow[];
  /** Entities that some path missed, best first. */
  readonly fellOut: readonly MeetingRow[];
  /** Rows that were counted but not sent. */
  readonly unsent: number;
}

/** The table where paths meet (element-wise minimum, Sen et al. 2021); null for a question without an intersection. */
export function intersectionView(explanation: Explanation): IntersectionView | null {
  const { intersection } = explanation;
  if (intersection === null) return null;
  const answers = new Set(explanation.answers.map((answer: ScoredNode) => nodeThing(answer)));
  const rows = intersection.rows.map((row): MeetingRow => ({
    row,
    missing: row.scores.flatMap((value, column) => (value > 0 ? [] : [column])),
    isAnswer: answers.has(nodeThing(row)),
  }));
  const sorted = rows.sort((a, b) => b.row.minimum - a.row.minimum || Math.max(...b.row.scores) - Math.max(...a.row.scores));
  return {
    columns: intersection.paths.map((path) => ({ path, label: startLabel(explanation, path) })),
    met: sorted.filter((row) => row.missing.length === 0),
    fellOut: sorted.filter((row) => row.missing.length > 0),
    unsent: Math.max(0, intersection.rowCount - intersection.rows.length),
  };
}

/** The label of the entity where a path starts, or the mention's text. */
export function startLabel(explanation: Explanation, path: number): string {
  const mention = explanation.mentions[explanation.paths[path]?.mention ?? -1];
  return mention?.candidates[0]?.label ?? mention?.text ?? `path ${path + 1}`;
}
