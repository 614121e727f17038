import type { RowGroup } from './evaluation';
import type { ExportKind } from './evaluationRequests';

/** From the report's page to the extension. */
export type FromReport =
  | { readonly type: 'reveal'; readonly index: number; readonly text: string }
  | { readonly type: 'more'; readonly group: RowGroup; readonly offset: number }
  | { readonly type: 'export'; readonly kind: ExportKind }
  | { readonly type: 'compare' };

/** From the extension to the report's page: further rows of a group, as markup made by the server, which escapes all text. */
export interface ToReport {
  readonly type: 'rows';
  readonly group: RowGroup;
  readonly html: string;
  /** Where the next ones start, and how many there are in all. */
  readonly offset: number;
  readonly count: number;
}
