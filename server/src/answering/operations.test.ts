import { describe, expect, it } from 'vitest';
import { knownValues } from '../graph/knownValues';
import type { GraphSource } from '../graph/import/graphSource';
import { OPERATION_NAMES, type OperationName } from '../protocol';
import { cuesOf } from './cues';
import { reason, SLOT } from './hops';
import { operate, type Outcome } from './operations';
import type { Resolution } from './resolution';
import { smallField } from './smallGraph';

const TRIPLES = [
  ['Jaws', 'director', 'Spielberg'], ['Hook', 'director', 'Spielberg'], ['Lincoln', 'director', 'Spielberg'], ['Alien', 'director', 'Scott'],
  ['Hook', 'cast', 'Williams'], ['Lincoln', 'cast', 'Day-Lewis'],
  ['Cleveland', 'office', 'president'], ['Harrison', 'office', 'president'], ['Biden', 'office', 'president'], ['Adams', 'office', 'president'], ['Harrison', 'born in', 'Ohio'], ['Biden', 'born in', 'Ohio'],
] as const;
const date = (id: string, year: number): [string, string, string, 'time'] => [id, 'released', `^${String(year)}-06-01T00:00:00Z/11`, 'time'];
const LITERALS = [date('Jaws', 1975), date('Hook', 1991), date('Lincoln', 2012), date('Alien', 1979), ['Jaws', 'length', '+124Q7727', 'quantity'], ['Alien', 'length', '+117Q7727', 'quantity']] satisfies [string, string, string, 'time' | 'quantity'][];

const year = (text: string): string => (text === '' ? '' : `^${text}-01-01T00:00:00Z/9`);
const held = (subject: string, from: string, to: string): NonNullable<GraphSource['times']>[number] => ({ subject, relation: 'office', object: 'president', from: year(from), to: year(to) });
/** Nothing is known of when Adams was president. */
const TIMES = [held('Cleveland', '1885', '1889'), held('Harrison', '1889', '1893'), held('Cleveland', '1893', '1897'), held('Biden', '2021', '')];

/** What an operation gives a question with these mentions, in their order, when the words ask for these relations (`^`: backwards) and this attribute. */
function ask(question: string, mentions: readonly string[], asked: readonly string[], attribute: string, operation: OperationName): Outcome[] {
  const field = smallField(TRIPLES, LITERALS, TIMES);
  const nodes = mentions.map((id) => field.graph.nodeOf(id) ?? -1);
  const directedCount = 2 * field.graph.relations.length;
  const slots = 8;
  const relation = new Float32Array(mentions.length * slots * directedCount);
  const directed = (name: string): number => 2 * (field.graph.relationOf(name.replace('^', '')) ?? 0) + (name.startsWith('^') ? 1 : 0);
  mentions.forEach((_, span) => {
    for (let slot = 0; slot < slots - 1; slot++) for (const name of asked) relation[(span * slots + slot) * directedCount + directed(name)] = 12;
    relation[(span * slots + SLOT.attribute[0]) * directedCount + directed(attribute)] = 12;
  });
  const zeros = (length: number): Float32Array => new Float32Array(length);
  const words = OPERATION_NAMES.map((name) => (name === operation ? 9 : 0));
  const resolution: Resolution = {
    spans: mentions.map((_, k) => ({ firstWord: 2 * k, lastWord: 2 * k + 1, candidates: [] })),
    places: mentions.map((_, k) => ({ from: 2 * k, to: 2 * k + 1 })),
    tokens: { ids: [], first: new Int32Array(), last: new Int32Array() }, candidates: [], nodes, spanOf: Int32Array.from(mentions.keys()), score: new Float64Array(mentions.length), directedCount, slots,
    heads: {
      attention: zeros(0), relation, span: zeros(mentions.length), meet: zeros(mentions.length), name: zeros(mentions.length), fit: zeros(mentions.length), prior: zeros(mentions.length),
      plan: zeros(5), operation: Float32Array.from(words),
    },
  };
  const gate = mentions.length === 1 || operation === 'check' ? [1, 0, 0, 0, 0] : [0, 0, 0, 1, 0];
  const { choice, outcomes } = operate(field, () => knownValues(field.graph, field.groups), resolution, reason(field, resolution), gate, cuesOf(question));
  expect(choice.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
  expect(choice.indexOf(Math.max(...choice))).toBe(OPERATION_NAMES.indexOf(operation));
  const mine = outcomes.filter((outcome) => outcome.operation === operation).toSorted((a, b) => b.share - a.share);
  return mine.map((outcome) => ({ ...outcome, value: outcome.node < 0 ? outcome.value : field.graph.idOf(outcome.node) }));
}

describe('operate', () => {
  it('counts what the path reaches', () => {
    expect(ask('how many films did Spielberg direct', ['Spielberg'], ['^director'], 'released', 'count')[0]).toMatchObject({ value: '3' });
  });

  it('takes the greatest, the least and the second by the attribute that is asked for', () => {
    expect(ask('latest film of Spielberg', ['Spielberg'], ['^director'], 'released', 'maximum')[0]).toMatchObject({ value: 'Lincoln' });
    expect(ask('oldest film of Spielberg', ['Spielberg'], ['^director'], 'released', 'minimum')[0]).toMatchObject({ value: 'Jaws' });
    expect(ask('second film of Spielberg', ['Spielberg'], ['^director'], 'released', 'minimum')[0]).toMatchObject({ value: 'Hook' });
  });

  it('leaves an attribute out that only one member has: there is nothing to choose', () => {
    const [best] = ask('longest film of Spielberg', ['Spielberg'], ['^director'], 'length', 'maximum');
    expect(best).toMatchObject({ value: 'Lincoln' });
  });

  it('keeps those of the year, before and after it', () => {
    expect(ask('Spielberg films of 1991', ['Spielberg'], ['^director'], 'released', 'in-year').map(({ value }) => value)).toEqual(['Hook']);
    expect(ask('Spielberg films before 1991', ['Spielberg'], ['^director'], 'released', 'before-year').map(({ value }) => value)).toEqual(['Jaws']);
    expect(ask('Spielberg films after 1980', ['Spielberg'], ['^director'], 'released', 'after-year').map(({ value }) => value).sort()).toEqual(['Hook', 'Lincoln']);
  });

  it('keeps those whose fact held in the year, though nothing is known of them', () => {
    const presidents = (question: string, operation: OperationName): string[] => ask(question, ['president'], ['^office'], 'P585', operation).map(({ value }) => value).sort();
    expect(presidents('president in 1895', 'in-year')).toEqual(['Cleveland']);
    expect(presidents('president in 1889', 'in-year')).toEqual(['Cleveland', 'Harrison']);
    expect(presidents('president in 2026', 'in-year')).toEqual(['Biden']);
    expect(presidents('presidents before 1890', 'before-year')).toEqual(['Cleveland', 'Harrison']);
    expect(presidents('presidents after 1900', 'after-year')).toEqual(['Biden']);
  });

  it('knows who came first and last by when the fact began', () => {
    expect(ask('first president', ['president'], ['^office'], 'P585', 'minimum')[0]).toMatchObject({ value: 'Cleveland' });
    expect(ask('second president', ['president'], ['^office'], 'P585', 'minimum')[0]).toMatchObject({ value: 'Harrison' });
    expect(ask('last president', ['president'], ['^office'], 'P585', 'maximum')[0]).toMatchObject({ value: 'Biden' });
  });

  it('keeps of what two paths share those whose fact held in the year', () => {
    expect(ask('president from Ohio in 1890', ['president', 'Ohio'], ['^office', '^born in'], 'P585', 'in-year')[0]).toMatchObject({ value: 'Harrison' });
  });

  it('compares two mentions', () => {
    expect(ask('which is older Jaws or Alien', ['Jaws', 'Alien'], [], 'released', 'lesser')[0]).toMatchObject({ value: 'Jaws' });
    expect(ask('which is longer Alien or Jaws', ['Alien', 'Jaws'], [], 'length', 'greater')[0]).toMatchObject({ value: 'Jaws' });
    expect(ask('is Alien longer than Jaws', ['Alien', 'Jaws'], [], 'length', 'check-greater')[0]).toMatchObject({ value: 'false' });
  });

  it('takes away what the second path reaches', () => {
    expect(ask('Spielberg films without Williams', ['Spielberg', 'Williams'], ['^director', '^cast'], 'released', 'difference').map(({ value }) => value).sort()).toEqual(['Jaws', 'Lincoln']);
  });

  it('says whether one mention is reached from another', () => {
    expect(ask('did Spielberg direct Hook', ['Spielberg', 'Hook'], ['director'], 'released', 'check')[0]).toMatchObject({ value: 'true' });
    expect(ask('did Scott direct Hook', ['Scott', 'Hook'], ['director'], 'released', 'check')[0]).toMatchObject({ value: 'false' });
  });
});
