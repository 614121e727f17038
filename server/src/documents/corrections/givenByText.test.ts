import { describe, expect, it } from 'vitest';
import { givenByText } from './givenByText';
import { parseSidecar, type Sidecar } from './sidecarFile';

const sidecar = (...corrections: readonly object[]): Sidecar => parseSidecar('x', JSON.stringify({ version: 1, corrections: corrections.map((one, k) => ({ id: String(k), time: `2026-01-0${String(k + 1)}`, ...one })) }));
const QUESTION = 'who met Ada and Ada?';

describe('givenByText', () => {
  it('finds the corrections of exactly this text, in any file, and leaves those of a text that comes close', () => {
    const there = sidecar({ question: QUESTION, mention: 'Ada', mentionOccurrence: 2, kind: 'entity', entity: 'Q7259' }, { question: 'who met Ada and Ada then?', mention: 'Ada', kind: 'none' });
    expect(givenByText([sidecar(), there], QUESTION)).toEqual({ given: { pins: [{ start: 16, end: 19, id: 'Q7259' }] }, applied: 1 });
  });

  it('lets the later of two files hold', () => {
    const [earlier, later] = ['Q1', 'Q2'].map((entity, k) => sidecar({ question: QUESTION, mention: 'Ada', kind: 'entity', entity, time: `2026-0${String(k + 1)}` }));
    expect(givenByText([later ?? sidecar(), earlier ?? sidecar()], QUESTION)).toMatchObject({ given: { pins: [{ id: 'Q2' }] }, applied: 1 });
  });

  it('tells further names wherever their words stand', () => {
    const there = sidecar({ question: 'another', mention: 'Ada', kind: 'alias', entity: 'Q7259' });
    expect(givenByText([there], QUESTION)).toEqual({ given: { aliases: [{ text: 'Ada', id: 'Q7259' }] }, applied: 1 });
    expect(givenByText([there], 'who met Bob?')).toEqual({ given: {}, applied: 0 });
  });
});
