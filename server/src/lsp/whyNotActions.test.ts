import { describe, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver/node';
import type { Miss } from '../protocol';
import { opened } from './testing';
import { askedAbout, whyNotActions } from './whyNotActions';

const MISS: Miss = { cause: 'wrong-relation', message: '', evidence: [], span: null, gold: { id: 'Q1', label: 'Alien' }, own: null, winner: null, margin: null, why: null, then: null, expected: null };
const relation = (id: string): { id: string; label: string; inverse: boolean } => ({ id, label: `label ${id}`, inverse: false });

describe('askedAbout', () => {
  it('is the gold entity and the relations that lead to gold, each once', () => {
    const arm = { id: 'Q1', label: 'Alien', relations: [relation('P1'), relation('P1'), relation('P2')] };
    expect(askedAbout({ ...MISS, expected: { plan: 'three-hop', arms: [arm], f1: 1, reaches: 1 } })).toEqual([{ id: 'Q1', label: 'Alien' }, { id: 'P1', label: 'label P1' }, { id: 'P2', label: 'label P2' }]);
    expect(askedAbout({ ...MISS, gold: null })).toEqual([]);
  });
});

describe('whyNotActions', () => {
  const { document: { uri, entries: [entry] }, source } = opened('file:///a.questions', 'Who made Alien?\nWho made Aliens?');
  if (entry === undefined) throw new Error('no question was read');
  const at = (line: number, data?: unknown): Diagnostic => ({ range: { start: { line, character: 9 }, end: { line, character: 14 } }, message: '', data });

  it('ask about what the diagnostics of the question name, once, and are fixes of them', () => {
    const first = at(0, { whyNot: [{ id: 'Q1', label: 'Alien' }, { id: 'P1', label: '' }] });
    const actions = whyNotActions({ uri, source, entry, index: 0 }, [first, at(0, { whyNot: [{ id: 'Q1', label: 'Alien' }] }), at(1, { whyNot: [{ id: 'Q2', label: 'Aliens' }] })]);
    expect(actions).toEqual([
      expect.objectContaining({ title: 'Why not Alien (Q1)?', diagnostics: [first], command: expect.objectContaining({ command: 'hoplens.whyNot', arguments: [uri, 0, null, 'Q1', 'Alien'] }) as unknown }),
      expect.objectContaining({ title: 'Why not P1?', command: expect.objectContaining({ arguments: [uri, 0, null, 'P1', 'P1'] }) as unknown }),
    ]);
  });

  it.each([[undefined], [null], ['x'], [{}], [{ whyNot: 'Q1' }], [{ whyNot: [{ id: 1 }, null] }]])('are none for data %j', (data) => {
    expect(whyNotActions({ uri, source, entry, index: 0 }, [at(0, data)])).toEqual([]);
  });
});
