import { describe, expect, it } from 'vitest';
import { candidate, mention } from '../documents/testing';
import type { Miss } from '../protocol';
import { diagnosticsOf } from './diagnostics';
import { opened } from './testing';

const QUESTION = 'who made Alien';
const LINE = 'who made [Alien]\tQ3';
const TEXT = `who made [Alien]\tQ3\nbroken\n`;
const graph = { nodeOf: () => undefined, labelOf: () => '', search: () => [] };
const PAGE = 'file:///docs/causes.md';
const alien = (...candidates: readonly ReturnType<typeof candidate>[]) => opened('file:///a.txt', LINE, { [QUESTION]: { mentions: [mention(QUESTION, 'Alien', 0.9, candidates)] } });
const right = alien(candidate('Q2', 0.7, { label: 'alien' }), candidate('Q1', 0.2, { label: 'Alien' }));
const wrong = alien(candidate('Q5', 0.7, { label: 'Aliens' }), candidate('Q1', 0.2, { label: 'Alien' }));
const MISS: Miss = {
  cause: 'wrong-relation', message: 'The right relation is another.', evidence: ['With Alien given: nobody, wrong.'], span: null, gold: null, own: null, winner: null, margin: null, why: null, then: null, expected: null,
};
const unknown = () => undefined;

describe('diagnosticsOf', () => {
  it('says nothing of a mention that bears the gold title, and warns of one that does not, before anything is run again', async () => {
    expect(await diagnosticsOf(right.document, right.source, graph, unknown, PAGE)).toEqual([]);
    expect(await diagnosticsOf(wrong.document, wrong.source, graph, unknown, PAGE)).toMatchObject([{
      code: 'ranked-too-low', codeDescription: { href: 'file:///docs/causes.md#ranked-too-low' }, source: 'HopLens', severity: 2,
      range: { start: { line: 0, character: 10 }, end: { line: 0, character: 15 } }, data: { gold: 'Alien', label: 'Alien' },
      message: 'Resolved to Aliens (Q5), 0.70; the gold entity Alien is number 2 with 0.20.',
      relatedInformation: [
        { message: 'Gold: Alien (Q1), number 2, score 0.200: name 1.0, fits 2.0, has what is asked 3.0, prior 4.0' },
        { message: 'Winner: Aliens (Q5), number 1, score 0.700: name 1.0, fits 2.0, has what is asked 3.0, prior 4.0' },
      ],
    }]);
  });
  it('puts the cause of the question beside the mislink, with what was tried', async () => {
    const found = await diagnosticsOf(wrong.document, wrong.source, graph, () => MISS, PAGE);
    expect(found.map(({ code }) => code)).toEqual(['ranked-too-low', 'wrong-relation']);
    expect(found[1]).toMatchObject({ range: { start: { line: 0, character: 0 } }, relatedInformation: [{ message: 'With Alien given: nobody, wrong.' }] });
  });
  it('does not say of a score that is next to nothing that it is nothing', async () => {
    const own = { id: 'Q9', label: 'Alien', rank: 7, score: 0.0001, parts: { name: 1, fit: 2, relation: 3, prior: 4 } };
    const found = await diagnosticsOf(wrong.document, wrong.source, graph, () => ({ ...MISS, own }), PAGE);
    expect(found[1]?.relatedInformation?.[0]?.message).toContain('number 7, score below 0.001: name');
  });
  it('says it once where the cause of the question is that very mislink', async () => {
    const miss: Miss = { ...MISS, cause: 'not-a-candidate', gold: { id: 'Alien', label: 'Alien' }, span: { start: 9, end: 14 } };
    expect(await diagnosticsOf(wrong.document, wrong.source, graph, () => miss, PAGE)).toMatchObject([{ code: 'not-a-candidate', range: { start: { character: 10 }, end: { character: 15 } } }]);
  });
  it('only informs of a mislink where the answer is right all the same', async () => {
    expect(await diagnosticsOf(wrong.document, wrong.source, graph, () => null, PAGE)).toMatchObject([{ severity: 3 }]);
    expect((await diagnosticsOf(wrong.document, wrong.source, graph, () => null, PAGE))[0]?.message).toMatch(/right all the same\.$/);
  });
  it('judges no mention before the graph is there', async () => {
    expect(await diagnosticsOf(wrong.document, wrong.source, undefined, () => MISS, PAGE)).toEqual([]);
  });
  it('says which line cannot be read and which question failed', async () => {
    const broken = opened('file:///a.txt', TEXT);
    const [problem, ...rest] = await diagnosticsOf(broken.document, broken.source, graph, unknown, PAGE);
    expect([problem?.range.start.line, problem?.code, rest]).toEqual([1, 'format', []]);
    expect(problem?.message).toMatch(/^Not a line of MetaQA/);
    const set = opened('file:///a.jsonl', '{"question": "Who?"}\n{"question": \n');
    set.document.entries[0]!.error = 'no memory';
    expect((await diagnosticsOf(set.document, set.source, graph, unknown, PAGE)).map(({ code, severity, range }) => [code, severity, range.start.line])).toEqual([['format', 2, 1], ['failed', 1, 0]]);
  });
  it('tells of thousands no more than an editor shows, says so, and lets others have a turn', async () => {
    const many = opened('file:///many.txt', Array.from({ length: 2400 }, () => LINE).join('\n'), { [QUESTION]: { mentions: [mention(QUESTION, 'Alien', 0.9, [candidate('Q5', 0.7, { label: 'Aliens' })])] } });
    let turns = 0;
    const counting = setInterval(() => { turns++; }, 1);
    const [rest, ...found] = await diagnosticsOf(many.document, many.source, graph, unknown, PAGE);
    expect(found).toHaveLength(999);
    expect(rest).toMatchObject({ code: 'more', range: { start: { line: 999 } } });
    expect(rest?.message).toContain('1401 questions');
    const slow = () => { for (const end = performance.now() + 0.05; performance.now() < end;); return null; };
    expect(await diagnosticsOf(many.document, many.source, graph, slow, PAGE)).toHaveLength(1000);
    clearInterval(counting);
    expect(turns).toBeGreaterThan(0);
  });
});
