import { Uri, type Diagnostic } from 'vscode';
import type { vsdiag } from 'vscode-languageclient/node';
import { CAUSES, type CauseName } from '../../../server/src/protocol';

/** Opens the documentation of a cause; its one argument is the cause. */
export const OPEN_CAUSE = 'hoplens.openCause';

/** Whether a value is the name of a cause. */
export function isCause(value: unknown): value is CauseName {
  return CAUSES.some((cause) => cause === value);
}

/** Makes the code of each diagnostic that names a cause a link to its documentation as it is read in VS Code: the server's link names the file. */
export function linkCauses(report: vsdiag.DocumentDiagnosticReport | null | undefined): vsdiag.DocumentDiagnosticReport | null | undefined {
  if (report !== null && report !== undefined && 'items' in report) for (const item of report.items) linkCause(item);
  return report;
}

function linkCause(item: Diagnostic): void {
  const cause = typeof item.code === 'object' ? item.code.value : item.code;
  if (isCause(cause)) item.code = { value: cause, target: Uri.parse(`command:${OPEN_CAUSE}?${encodeURIComponent(JSON.stringify([cause]))}`) };
}
