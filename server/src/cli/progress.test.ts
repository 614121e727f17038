import { expect, it } from 'vitest';
import { Progress } from './progress';

function watch(isTTY: boolean): { readonly said: string[]; readonly at: (now: number) => void; readonly progress: Progress } {
  const said: string[] = [];
  let clock = 0;
  const progress = new Progress({ isTTY, write: (text) => said.push(text) }, () => clock);
  return { said, progress, at: (now) => { clock = now; } };
}

it('writes over one line of a terminal, a few times a second, and takes it away', () => {
  const { said, at, progress } = watch(true);
  for (const now of [10, 200, 250, 400]) {
    at(now);
    progress.tell(() => String(now));
  }
  progress.end();
  expect(said).toEqual(['\r200\u001b[K', '\r400\u001b[K', '\r\u001b[K']);
});

it('writes a line every ten seconds into a log', () => {
  const { said, at, progress } = watch(false);
  for (const now of [9_999, 10_000, 15_000]) {
    at(now);
    progress.tell(() => String(now));
  }
  progress.end();
  expect(said).toEqual(['10000\n']);
});
