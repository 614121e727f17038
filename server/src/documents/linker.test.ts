import { describe, expect, it } from 'vitest';
import { Linker } from './linker';
import type { QuestionEntry } from './questionEntry';
import { HandAnswerer } from './testing';

const entry = (text: string): QuestionEntry => ({
  question: { text, range: { start: 0, end: text.length }, offsets: [], gold: [], goldAnswers: null, pins: [], id: '', complexity: '' }, linked: undefined, asked: false, error: undefined,
});

describe('Linker', () => {
  it('links nothing in the background while it is paused, what is asked for all the same, and goes on afterwards', async () => {
    const entries = [entry('Anna?'), entry('Berta?')];
    const answerer = new HandAnswerer(true);
    const linker: Linker = new Linker(() => entries.find((one) => one.linked === undefined && !linker.isRunning(one)), () => undefined);
    const first = linker.pause();
    const second = linker.pause();
    linker.setAnswerer(answerer);
    expect(answerer.asked).toEqual([]);
    await linker.link(entries[1] ?? entry(''));
    expect(answerer.asked).toEqual(['Berta?']);
    first();
    expect(answerer.asked).toEqual(['Berta?']);
    second();
    await linker.settled();
    expect(answerer.asked).toEqual(['Berta?', 'Anna?']);
  });
});
