import { describe, expect, it } from 'vitest';
import { Readiness } from './readiness';

describe('Readiness', () => {
  it('lets everyone go on who waited, and who comes later', async () => {
    const readiness = new Readiness<number>();
    const early = [readiness.wait(), readiness.wait()];
    readiness.ready(7);
    expect(await Promise.all([...early, readiness.wait()])).toEqual([7, 7, 7]);
  });
  it('tells why it failed, until it is loading again', async () => {
    const readiness = new Readiness<number>();
    readiness.failed('no file');
    await expect(readiness.wait()).rejects.toThrow('no file');
    readiness.loading();
    const waiting = readiness.wait();
    readiness.ready(1);
    expect(await waiting).toBe(1);
  });
  it('is not waited for any longer than the signal says', async () => {
    const readiness = new Readiness<number>();
    const controller = new AbortController();
    const waiting = readiness.wait(controller.signal);
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    await expect(readiness.wait(controller.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });
});
