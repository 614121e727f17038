import { describe, expect, it } from 'vitest';
import { smallField } from '../../answering/smallGraph';
import { goldTargets } from './goldEntities';

const { graph } = smallField([['Q5', 'born', 'Paris']]);
const gold = (id: string, label = '') => ({ id, label, span: null });
const bearer = (id: string, label: string, name = label) => ({ id, label, name, score: 1 });

describe('goldTargets', () => {
  it('takes ids and titles as what they are', () => {
    const [byId, byTitle, foreign, unknown] = goldTargets(graph, [gold('Q5'), gold('paris', 'paris'), gold('m.0bxtg', 'Tom'), gold('Q77')]);
    expect([byId?.byTitle, byId?.nodes.length, byId?.is(bearer('Q5', 'x')), byId?.is(bearer('Q6', 'Q5'))]).toEqual([false, 1, true, false]);
    expect([byTitle?.byTitle, byTitle?.nodes.length, byTitle?.is(bearer('Q6', 'PARIS')), byTitle?.is(bearer('Q6', 'City', 'Paris'))]).toEqual([true, 1, true, true]);
    expect([foreign?.byTitle, foreign?.nodes]).toEqual([false, []]);
    expect(unknown?.nodes).toEqual([]);
  });
  it('leaves out numbers and dates, which data sets mark as entities too', () => {
    expect(goldTargets(graph, [gold('1979', '1979'), gold('2,5', '2,5'), gold('12/24', 'Christmas Eve')])).toEqual([]);
  });
});
