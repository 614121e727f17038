import { describe, expect, it } from 'vitest';
import { parsePredictions } from './predictions';

describe('predictions of another system', () => {
  it('are read from JSON lines, with spans in code points', () => {
    const { predictions, problems } = parsePredictions('p.jsonl', `${JSON.stringify({ question: '😀 Paris?', entities: [{ id: 'Q90', span: [2, 7] }], answers: ['Q142'] })}\n\n{"id": 7, "entities": ["Q90"], "answers": [3]}\nnonsense`);
    expect(predictions).toEqual([
      { id: '', question: '😀 Paris?', entities: [{ id: 'Q90', span: { start: 3, end: 8 } }], answers: ['Q142'] },
      { id: '7', question: '', entities: [{ id: 'Q90', span: null }], answers: ['3'] },
    ]);
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('Line 4')]);
  });

  it('are read from a JSON list and from a table', () => {
    const row = { id: 'a', question: 'Who?', entities: ['http://www.wikidata.org/entity/Q90'], answers: ['Q142', 'true'] };
    const expected = [{ id: 'a', question: 'Who?', entities: [{ id: 'Q90', span: null }], answers: ['Q142', 'true'] }];
    expect(parsePredictions('p.json', JSON.stringify([row])).predictions).toEqual(expected);
    expect(parsePredictions('p.csv', 'id,question,entities,answers\na,Who?,Q90,Q142|true\n').predictions).toEqual(expected);
  });

  it('says what is missing', () => {
    expect(parsePredictions('p.json', '[{"answers": []}, 3]').problems).toHaveLength(2);
    expect(parsePredictions('p.csv', 'entities,answers\nQ1,Q2\n').problems[0]?.message).toMatch(/^Line 1: no column/);
    const table = parsePredictions('p.csv', 'Question,Entities\n"a\nb",Q1\n,Q2\n');
    expect(table.predictions).toEqual([{ id: '', question: 'a\nb', entities: [{ id: 'Q1', span: null }], answers: [] }]);
    expect(table.problems.map(({ message }) => message)).toEqual([expect.stringMatching(/^Line 4: /)]);
    expect(parsePredictions('p.json', '[\n{"id": 1},\noops]').problems[0]?.message).toMatch(/^Line 3: not JSON/);
  });
});
