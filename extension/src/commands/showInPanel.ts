import type { Services } from '../services';
import { guarded } from './failure';
import { targetOf } from './target';

/** Answers the question and explains it in the panel, which opens beside the editor. */
export function showInPanel(services: Services): (uri?: unknown, index?: unknown) => Promise<void> {
  return (uri, index) => guarded(async () => {
    const target = await targetOf(services, uri, index);
    if (target !== undefined) await services.panel.show(target);
  });
}
