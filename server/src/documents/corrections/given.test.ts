import { describe, expect, it } from 'vitest';
import { parseQuestions } from '../../formats/parseQuestions';
import { attach } from './attach';
import { correctedOf } from './given';
import { changesFor, newCorrection, type Wish } from './newCorrection';
import type { StoredCorrection } from './storedCorrection';

const TEXT = 'Who played Luke in the Star Wars films?';
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const read = (line: string) => parseQuestions('a.questions', line).questions;
const wish = (kind: Wish['kind'], words: string, id?: string): Wish => ({ kind, span: at(words), author: '', ...(id === undefined ? {} : { entity: { id, label: `Label ${id}` } }) });
const made = (one: Wish, minute: number): StoredCorrection => ({ ...newCorrection(read(TEXT), 0, one), time: `2026-11-25T02:0${String(minute)}:00.000Z` });
function corrected(corrections: readonly StoredCorrection[], line = TEXT) {
  const questions = read(line);
  const [question] = questions;
  if (question === undefined) throw new Error('no question');
  const { attached } = attach(corrections.map((correction) => ({ correction, range: { start: 0, end: 0 } })), questions);
  return correctedOf(question, attached, corrections.flatMap(({ kind, mention, entity }) => (kind === 'alias' ? [{ text: mention, id: entity }] : [])));
}

describe('what the answerer is told', () => {
  it('is nothing where nothing is corrected', () => {
    expect(corrected([])).toEqual({ given: {}, held: [], overruled: [] });
  });
  it('is a pin, a span without an entity, a fixed span, and a further name', () => {
    expect(corrected([made(wish('entity', 'Luke', 'Q1'), 1), made(wish('none', 'films'), 1), made(wish('span', 'Star Wars'), 1), made(wish('alias', 'Star Wars', 'Q2'), 1)]).given).toEqual({
      pins: [{ ...at('Luke'), id: 'Q1' }], noEntity: [at('films')], mentions: [at('Star Wars')], aliases: [{ text: 'Star Wars', id: 'Q2' }],
    });
  });
  it('of overlapping corrections the later one holds', () => {
    const { held, overruled } = corrected([made(wish('entity', 'Star Wars', 'Q1'), 2), made(wish('none', 'Wars'), 1), made(wish('entity', 'Star Wars films', 'Q3'), 3)]);
    expect(held.map(({ correction }) => correction.entity)).toEqual(['Q3']);
    expect(overruled).toHaveLength(2);
  });
  it('a pin in the text goes before any correction', () => {
    expect(corrected([made(wish('entity', 'Luke', 'Q1'), 1)], TEXT.replace('Luke', '[Luke](Q5)')).given).toEqual({});
  });
  it('a fixed span and its entity go together', () => {
    expect(corrected([made(wish('span', 'Star Wars films'), 1), made(wish('entity', 'Star Wars films', 'Q3'), 2)]).held).toHaveLength(2);
  });
  it('a further name is told only where its words stand', () => {
    const alias = made(wish('alias', 'Star Wars', 'Q2'), 1);
    expect(corrected([alias], 'Is star-wars old?').given).toEqual({ aliases: [{ text: 'Star Wars', id: 'Q2' }] });
    expect(corrected([alias], 'Is Star Warship old?').given).toEqual({});
  });
});

describe('a new correction', () => {
  const change = (one: Wish, ...before: readonly StoredCorrection[]) => {
    const { add, replaced } = changesFor(read(TEXT), 0, one, corrected(before).held);
    return { add: add.map(({ kind, mention, entity }) => `${kind} ${mention} ${entity}`), replaced: [...replaced] };
  };
  it('takes the place of those over the same words', () => {
    const old = made(wish('entity', 'Star Wars', 'Q1'), 1);
    expect(change(wish('none', 'Wars'), old)).toEqual({ add: ['none Wars '], replaced: [old.id] });
    expect(change(wish('entity', 'Luke', 'Q1'), old).replaced).toEqual([]);
  });
  it('of a span takes the chosen entity along', () => {
    const old = made(wish('entity', 'Wars', 'Q1'), 1);
    expect(change({ ...wish('span', 'Star Wars'), was: at('Wars') }, old)).toEqual({ add: ['span Star Wars ', 'entity Star Wars Q1'], replaced: [old.id] });
  });
  it('of an entity leaves the fixed span, and further names stand beside each other', () => {
    expect(change(wish('entity', 'Star Wars', 'Q1'), made(wish('span', 'Star Wars'), 1), made(wish('alias', 'Star Wars', 'Q2'), 1)).replaced).toEqual([]);
    expect(change(wish('alias', 'Star Wars', 'Q3'), made(wish('alias', 'Star Wars', 'Q2'), 1)).replaced).toEqual([]);
  });
  it('has an id of its own, and says what the words were before', () => {
    const ids = new Set(Array.from({ length: 500 }, () => newCorrection(read(TEXT), 0, wish('none', 'Luke')).id));
    expect(ids.size).toBe(500);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]{12}$/);
    expect(newCorrection(read(TEXT), 0, { ...wish('span', 'Star Wars'), was: at('Wars') }).was).toBe('Wars');
  });
});
