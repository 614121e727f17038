import { expect, it } from 'vitest';
import { breather } from './breather';

const busy = (milliseconds: number) => { for (const end = performance.now() + milliseconds; performance.now() < end;); };

it('gives others a turn in time, and not at every step', async () => {
  let turns = 0;
  const counting = setInterval(() => { turns++; }, 0);
  const breathe = breather(10);
  await breathe();
  await breathe();
  expect(turns).toBe(0);
  for (let k = 0; k < 8; k++) {
    busy(6);
    await breathe();
  }
  clearInterval(counting);
  expect(turns).toBeGreaterThanOrEqual(3);
});
