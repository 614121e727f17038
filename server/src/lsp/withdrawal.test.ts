import { CancellationTokenSource } from 'vscode-languageserver/node';
import { describe, expect, it } from 'vitest';
import { AbortError } from '../answering/abortError';
import { QuestionGone } from '../documents/questionGone';
import { answered, signalOf } from './withdrawal';

describe('signalOf', () => {
  it('aborts with the token, also when that was cancelled before', () => {
    const source = new CancellationTokenSource();
    const signal = signalOf(source.token);
    expect(signal.aborted).toBe(false);
    source.cancel();
    expect([signal.aborted, signalOf(source.token).aborted]).toEqual([true, true]);
  });
});

describe('answered', () => {
  it('says withdrawn and changed in the codes of the protocol, and leaves real errors alone', async () => {
    await expect(answered(() => Promise.reject(new AbortError('x')))).rejects.toMatchObject({ code: -32800 });
    await expect(answered(() => Promise.reject(new QuestionGone('x')))).rejects.toMatchObject({ code: -32801 });
    await expect(answered(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await answered(() => Promise.resolve(1))).toBe(1);
  });
});
