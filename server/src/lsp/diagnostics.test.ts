import { describe, expect, it } from 'vitest';
import { candidate, mention } from '../documents/testing';
import { diagnosticsOf, MISLINK } from './diagnostics';
import { opened } from './testing';

const QUESTION = 'who made Alien';
const TEXT = `who made [Alien]\tQ3\nbroken\n`;
const { document, source } = opened('file:///a.txt', 'who made [Alien]\tQ3', { [QUESTION]: { mentions: [mention(QUESTION, 'Alien', 0.9, [candidate('Q2', 0.7, { label: 'alien' }), candidate('Q1', 0.2, { label: 'Alien' })])] } });
const graph = { nodeOf: () => undefined, labelOf: () => '' };

describe('diagnosticsOf', () => {
  it('says nothing of a mention that bears the gold title, and warns of one that does not', () => {
    expect(diagnosticsOf(document, source, graph)).toEqual([]);
    const other = opened('file:///a.txt', 'who made [Alien]\tQ3', { [QUESTION]: { mentions: [mention(QUESTION, 'Alien', 0.9, [candidate('Q5', 0.7, { label: 'Aliens' }), candidate('Q1', 0.2, { label: 'Alien' })])] } });
    expect(diagnosticsOf(other.document, other.source, graph)).toMatchObject([{
      code: MISLINK, source: 'HopLens', severity: 2, range: { start: { line: 0, character: 10 }, end: { line: 0, character: 15 } },
      message: 'Resolved to Aliens (Q5), 0.70; the gold entity Alien is number 2 with 0.20.',
      relatedInformation: [{ message: 'Gold: Alien (Alien), number 2, score 0.200' }, { message: 'Winner: Aliens (Q5), score 0.700: name 1.0, fits 2.0, has what is asked 3.0, prior 4.0' }],
    }]);
  });
  it('judges no mention before the graph is there', () => {
    expect(diagnosticsOf(document, source, undefined)).toEqual([]);
  });
  it('says which line cannot be read and which question failed', () => {
    const broken = opened('file:///a.txt', TEXT);
    const [problem, ...rest] = diagnosticsOf(broken.document, broken.source, graph);
    expect([problem?.range.start.line, problem?.code, rest]).toEqual([1, 'format', []]);
    expect(problem?.message).toMatch(/^Not a MetaQA line/);
    const set = opened('file:///a.jsonl', '{"question": "Who?"}\n{"question": \n');
    set.document.entries[0]!.error = 'no memory';
    expect(diagnosticsOf(set.document, set.source, graph).map(({ code, severity, range }) => [code, severity, range.start.line])).toEqual([['format', 2, 1], ['failed', 1, 0]]);
  });
});
