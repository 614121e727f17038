import { describe, expect, it } from 'vitest';
import { candidate, mention } from '../documents/testing';
import { documentSymbolsOf } from './documentSymbols';
import { opened } from './testing';

const QUESTION = 'Who met Ripley and Ash?';
const told = { [QUESTION]: { mentions: [mention(QUESTION, 'Ripley', 0.9, [candidate('Q1', 1)]), mention(QUESTION, 'Ash', 0.8, [candidate('Q2', 1)])] } };
const token = { isCancellationRequested: false };

describe('documentSymbolsOf', () => {
  it('lists questions, and below each the entities that it names', async () => {
    const { document, source } = opened('file:///a.questions', `# films\n${QUESTION}\nWho?`, told);
    expect(await documentSymbolsOf(document, source, token)).toMatchObject([
      { name: QUESTION, range: { start: { line: 1, character: 0 }, end: { line: 1, character: 23 } }, children: [{ name: 'Label Q1', detail: 'Q1', range: { start: { character: 8 } } }, { detail: 'Q2' }] },
      { name: 'Who?', children: [] },
    ]);
  });
  it('lists the questions alone where their entities would be too many, no more than an outline shows, and nothing for a text that is gone', async () => {
    const few = opened('file:///a.questions', Array.from({ length: 666 }, () => QUESTION).join('\n'), told);
    expect((await documentSymbolsOf(few.document, few.source, token)).at(-1)?.children).toHaveLength(2);
    const { document, source } = opened('file:///a.questions', Array.from({ length: 2050 }, () => QUESTION).join('\n'), told);
    const listed = await documentSymbolsOf(document, source, token);
    expect(listed).toHaveLength(2000);
    expect(listed.every(({ children }) => children?.length === 0)).toBe(true);
    expect(await documentSymbolsOf(document, source, { isCancellationRequested: true })).toEqual([]);
  });
});
