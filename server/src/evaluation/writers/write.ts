import type { Comparison, EvaluationRun, ExportKind } from '../../protocol';
import { reportPage } from '../html/page';
import { annotationsCsv, rowsCsv } from './csv';
import { annotationsJsonLines } from './jsonLines';
import { annotationsNif, entityPattern } from './nif';

/** What a run can be written as, told by how a file's name ends: the whole report, or its annotations. */
export type Kind = ExportKind;

/**
 * A run as a text.
 *
 * @param pageUrl the graph's pattern of pages, for the identifiers of NIF
 */
export async function written(run: EvaluationRun, kind: Kind, { comparison, pageUrl }: { readonly comparison?: Comparison; readonly pageUrl: string }): Promise<string> {
  switch (kind) {
    case 'html': return reportPage(run, comparison === undefined ? {} : { comparison });
    case 'csv': return rowsCsv(run.rows);
    case 'json': return `${JSON.stringify(comparison === undefined ? run : { ...run, comparison })}\n`;
    case 'jsonl': return annotationsJsonLines(run.rows);
    case 'annotations.csv': return annotationsCsv(run.rows);
    case 'ttl': return annotationsNif(run.rows, run.about.file, entityPattern(pageUrl));
  }
}
