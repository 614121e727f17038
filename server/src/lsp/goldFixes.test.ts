import { describe, expect, it } from 'vitest';
import { smallField } from '../answering/smallGraph';
import { candidate, mention } from '../documents/testing';
import type { Span } from '../protocol';
import { goldFixes } from './goldFixes';
import { opened } from './testing';

const QUESTION = 'Who wrote films starring Hanks?';
const HANKS: Span = { start: 25, end: 30 };
const told = { [QUESTION]: { mentions: [mention(QUESTION, 'Hanks', 0.9, [candidate('Q2263', 0.9), candidate('HL-0001', 0.1)])] } };
// In this graph an entity's label is its id.
const { graph } = smallField([['Q2263', 'actor in', 'Hanks'], ['HL-0001', 'wrote', 'Q1']]);

/** The fixes of a file, where a diagnostic about an entity stands at "Hanks", or none does. */
function fixes(name: string, text: string, about?: { readonly gold: string; readonly span?: Span | null }) {
  const { document, source } = opened(`file:///${name}`, text, told);
  const [entry] = document.entries;
  if (entry === undefined) throw new Error('no question was read');
  const start = text.indexOf('Hanks');
  const range = { start: source.positionAt(start), end: source.positionAt(start + 5) };
  const diagnostics = about === undefined ? [] : [{ range, message: '', data: { label: '', span: HANKS, ...about } }];
  return goldFixes({ uri: document.uri, source, entry, index: 0 }, { start: start + 1, end: start + 1 }, diagnostics, graph).map(({ entity, action: { title, command, diagnostics: fixed } }) => {
    const at: unknown = command?.arguments?.[0];
    return { entity, title, at, fixed: fixed?.length ?? 0 };
  });
}

describe('goldFixes', () => {
  const line = (entities: readonly string[]): string => JSON.stringify({ question: QUESTION, entities });

  it('takes the gold entity at the words that the diagnostic names, where the file gives no place', () => {
    expect(fixes('a.jsonl', line(['HL-0001']), { gold: 'HL-0001' })).toEqual([{ entity: 'HL-0001', title: '“Hanks” is HL-0001, as the file says', at: { uri: 'file:///a.jsonl', index: 0, span: HANKS, kind: 'entity', entity: 'HL-0001' }, fixed: 1 }]);
    expect(fixes('a.jsonl', line(['HL-0001']))).toEqual([]);
    expect(fixes('a.jsonl', line(['HL-0001']), { gold: 'HL-0001', span: null })).toEqual([]);
  });
  it('takes the entity that was found to lead to the gold answer, where the file marks none', () => {
    expect(fixes('a.md', `- ${QUESTION} => Q1`, { gold: 'HL-0001' })).toMatchObject([{ entity: 'HL-0001', title: '“Hanks” is HL-0001, which leads to the gold answer' }]);
  });
  it('takes what the graph has under a title, and never the title itself', () => {
    expect(fixes('a.txt', 'Who wrote films starring [Hanks]?\tQ1', { gold: 'Hanks' })).toMatchObject([{ entity: 'Hanks' }]);
    expect(fixes('a.txt', 'Who wrote films starring [Hanks]?\tQ1')).toHaveLength(1);
    expect(fixes('a.jsonl', line(['Somebody Else']), { gold: 'Somebody Else' })).toEqual([]);
  });
  it('offers nothing where the gold entity won', () => {
    expect(fixes('a.jsonl', line(['Q2263']), { gold: 'Q2263' })).toEqual([]);
  });
});
