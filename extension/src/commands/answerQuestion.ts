import type { Services } from '../services';
import { guarded } from './failure';
import { targetOf } from './target';

/** Answers the question: at the end of its line, and in the panel where that is open. */
export function answerQuestion(services: Services): (uri?: unknown, index?: unknown) => Promise<void> {
  return (uri, index) => guarded(async () => {
    const target = await targetOf(services, uri, index);
    if (target === undefined) return;
    if (services.panel.visible) await services.panel.show(target);
    else await services.server.answerQuestion(target);
  });
}
