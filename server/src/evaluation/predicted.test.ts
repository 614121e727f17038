import { describe, expect, it } from 'vitest';
import { smallField } from '../answering/smallGraph';
import type { ParsedQuestion } from '../formats/format';
import { evaluate } from './evaluate';
import { predictedBy, withoutAnswers } from './predicted';

const { graph, groups } = smallField([['hamlet', 'author', 'shakespeare'], ['heat', 'cast', 'pacino']]);
const question = (id: string, text: string, goldAnswers: readonly string[] | null): ParsedQuestion => ({ id, text, goldAnswers, range: { start: 0, end: 1 }, offsets: [], gold: [{ id: text, label: '', span: null }], pins: [], complexity: '' });
const never = () => Promise.reject(new Error('another system is not asked'));

describe('predictedBy', () => {
  const said = [{ id: '1', question: '', entities: [{ id: 'hamlet', span: { start: 0, end: 6 } }], answers: ['shakespeare'] }, { id: '', question: ' heat ', entities: [{ id: 'pacino', span: null }], answers: ['nobody'] }];

  it('is judged as ours is: found by id or text, never asked again', async () => {
    const predicted = predictedBy(said, graph);
    const rows = await evaluate([question('1', 'hamlet', ['shakespeare']), question('2', 'heat', ['pacino']), question('3', 'other', ['x'])], { graph, groups, ask: never, predicted: (one) => predicted.of(one), withGoldEntities: true });
    expect(predicted.linksOnly).toBe(false);
    expect(rows.map(({ verdict, entityRight, relationRight, given }) => [verdict, entityRight, relationRight, given])).toEqual([['right', true, null, null], ['wrong', false, null, null], ['failed', null, null, null]]);
    expect(rows[0]?.mentions).toMatchObject([{ start: 0, end: 6, id: 'hamlet' }]);
  });

  it('is a linker where it never answers: its answers are not judged', async () => {
    const predicted = predictedBy(said.map((one) => ({ ...one, answers: [] })), graph);
    const [row] = await evaluate(withoutAnswers([question('1', 'hamlet', ['shakespeare'])]), { graph, groups, ask: never, predicted: (one) => predicted.of(one) });
    expect(predicted.linksOnly).toBe(true);
    expect(row).toMatchObject({ verdict: 'unjudged', entityRight: true });
  });
});
