import { CAUSES, type QuestionRow, type RowGroup, type Verdict } from '../protocol';

const VERDICTS: readonly Verdict[] = ['failed', 'wrong', 'tied', 'right', 'unjudged'];

/** All groups in the order in which they are listed: what went wrong first. */
export const ROW_GROUPS: readonly RowGroup[] = [...CAUSES, ...VERDICTS];

/** Where a row is listed: under its cause; where it has none, under its verdict. */
export function rowGroup({ cause, verdict }: Pick<QuestionRow, 'cause' | 'verdict'>): RowGroup {
  return cause ?? verdict;
}

/** The rows of each group that has any. */
export function groupRows(rows: readonly QuestionRow[]): { readonly group: RowGroup; readonly rows: readonly QuestionRow[] }[] {
  return ROW_GROUPS.map((group) => ({ group, rows: rows.filter((row) => rowGroup(row) === group) })).filter((found) => found.rows.length > 0);
}

/** A group as a heading: "ranked too low". */
export function groupTitle(group: RowGroup): string {
  return group === 'unjudged' ? 'no gold answers' : group === 'failed' ? 'could not be answered' : group === 'wrong' ? 'wrong, cause not told' : group.replaceAll('-', ' ');
}
