import { getEventListeners } from 'node:events';
import { expect, it } from 'vitest';
import { onAbort } from './onAbort';

it('calls back when the signal aborts, and holds on to nothing once it is let go', () => {
  const controller = new AbortController();
  const heard: string[] = [];
  const letGo = onAbort(controller.signal, () => { heard.push('first'); });
  onAbort(controller.signal, () => { heard.push('second'); });
  onAbort(undefined, () => { heard.push('never'); })();
  letGo();
  expect(getEventListeners(controller.signal, 'abort')).toHaveLength(1);
  controller.abort();
  expect(heard).toEqual(['second']);
});
