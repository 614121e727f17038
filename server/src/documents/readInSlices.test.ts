import { describe, expect, it } from 'vitest';
import { parseQuestions } from '../formats/parseQuestions';
import { readInSlices } from './readInSlices';

const LINES = Array.from({ length: 4000 }, (_, k) => JSON.stringify({ question: `Wer ist Nummer ${String(k)}, „Ä\n“?`, entities: ['Q1'], answers: ['Q2'] }));

describe('readInSlices', () => {
  it.each([
    ['a.jsonl', [...LINES.slice(0, 200), 'broken', ...LINES.slice(200, 400)].join('\n')],
    ['a.json', `[${LINES.slice(0, 400).join(',\n')}]`],
    ['a.questions', '\uFEFF# films\nWho is [Ada](Q7259)?\nWho?'],
    ['a.md', '# Questions\n- Who is Ada?\n'],
    ['a.csv', 'question,answer\nWho is Ada?,Q1\n'],
    ['a.unknown', 'nothing'],
  ])('gives of %s what reading it at once gives', async (path, text) => {
    expect(await readInSlices(path, text, true)).toEqual(parseQuestions(path, text));
  });
  it('takes plain text for questions only where that is wanted', async () => {
    expect((await readInSlices('a.txt', 'Who?', false)).questions).toEqual([]);
  });
  it('lets others have a turn, and stops when it is withdrawn', async () => {
    const text = LINES.join('\n');
    let turns = 0;
    const counting = setInterval(() => { turns++; }, 1);
    expect((await readInSlices('a.jsonl', text, true)).questions).toHaveLength(LINES.length);
    clearInterval(counting);
    expect(turns).toBeGreaterThan(1);
    await expect(readInSlices('a.jsonl', text, true, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
  });
});
