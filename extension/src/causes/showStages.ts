import { l10n, window } from 'vscode';
import { STAGES } from '../../../server/src/protocol';
import { guarded } from '../commands/failure';
import { targetOf } from '../commands/target';
import type { Services } from '../services';
import { openBeside, stageTitles } from './stageDocuments';

/** Lists the stages of the question at the cursor; the chosen ones open beside the editor. */
export function showStages(services: Services): (uri?: unknown, index?: unknown) => Promise<void> {
  return (uri, index) => guarded(async () => {
    const target = await targetOf(services, uri, index);
    if (target === undefined) return;
    const titles = stageTitles();
    const chosen = await window.showQuickPick(STAGES.map((stage) => ({ label: titles[stage], stage })), { title: l10n.t('Which stage of the question?') });
    if (chosen !== undefined) await openBeside({ ...target, stage: chosen.stage }, chosen.label);
  });
}
