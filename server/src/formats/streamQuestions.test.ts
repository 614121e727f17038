import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NotJson } from './itemPieces';
import { parseQuestions } from './parseQuestions';
import { streamQuestions } from './streamQuestions';

/** A text in UTF-8, cut anywhere, within letters too. */
async function* cut(text: string, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  for (let k = 0; at < bytes.length; k++) {
    const size = Math.max(1, sizes[k % sizes.length] ?? 1);
    yield await Promise.resolve(bytes.subarray(at, at + size));
    at += size;
  }
}

async function read(path: string, text: string, sizes: readonly number[]): Promise<{ questions: unknown[]; problems: unknown[] }> {
  const questions: unknown[] = [];
  const problems: unknown[] = [];
  for await (const one of streamQuestions(path, cut(text, sizes))) {
    if ('question' in one) questions.push(one.question);
    else problems.push(one.problem);
  }
  return { questions, problems };
}

const WORDS = fc.array(fc.constantFrom('who', '"Orée"', '😀', 'a\\b', 'x,y', '𝔘', '{', ']', "it's", 'a\tb', 'Łódź', '[Tom](Q2263)', '\ud83d'), { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const NOISE = fc.json({ maxDepth: 3 });
/** Half a letter cannot stand in UTF-8; JSON writes it as an escape. */
const whole = (text: string): string => text.replace(/\p{Cs}/gu, '');
const line = (text: string): string => `why ${whole(text).replaceAll('\t', ' ')}`;
const cell = (text: string): string => `"why ${whole(text).replaceAll('"', '""')}"`;

/** How each way of reading in pieces is written. */
const WRITERS: Readonly<Record<string, (questions: readonly string[], noise: string, newline: string) => string>> = {
  'a.json': (questions, noise, newline) => `[${newline}${questions.map((text) => `{"noise": ${noise}, "question": ${JSON.stringify(text)}, "answers": ["Q1"]}`).join(`, ${newline}`)}${newline}]`,
  'b.json': (questions, noise, newline) => `{"version": 2, "other": ${noise},${newline}"questions": ${JSON.stringify(questions.map((question) => ({ question, id: 1 })), null, 1)}, "end": ${noise}}`,
  'c.jsonl': (questions, noise, newline) => questions.map((text) => `{"question": ${JSON.stringify(text)}, "noise": ${noise}}`).join(newline),
  'd.csv': (questions, _noise, newline) => `id,question,answers${newline}${questions.map((text, k) => `${String(k)},${cell(text)},Q1`).join(newline)}`,
  'e.tsv': (questions, _noise, newline) => `question\tanswers${newline}${questions.map((text) => `${cell(text)}\tQ1`).join(newline)}${newline}`,
  'f.questions': (questions, _noise, newline) => questions.map(line).join(newline),
  'g.md': (questions, _noise, newline) => questions.map((text) => `- ${line(text)}`).join(newline),
};

describe('streamQuestions', () => {
  it.each(Object.entries(WRITERS))('reads %s as the whole text is read, wherever the bytes are cut', async (path, write) => {
    await fc.assert(fc.asyncProperty(
      fc.array(WORDS, { minLength: 1, maxLength: 5 }), NOISE, fc.constantFrom('\n', '\r\n'), fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }), fc.boolean(),
      async (questions, noise, newline, sizes, mark) => {
        const text = `${mark ? '\uFEFF' : ''}${write(questions, noise, newline)}`;
        const expected = parseQuestions(path, text);
        expect(await read(path, text, sizes)).toEqual({ questions: expected.questions, problems: expected.problems });
        expect(expected.questions.length).toBeGreaterThan(0);
      },
    ), { numRuns: 60 });
  });

  it('gives what stands before the place where JSON breaks, and says where that is', async () => {
    const text = '[{"question": "Who?"}, {"question": "Where?"}, {"question": nonsense}]';
    const seen: string[] = [];
    await expect((async () => {
      for await (const one of streamQuestions('a.json', cut(text, [7]))) if ('question' in one) seen.push(one.question.text);
    })()).rejects.toThrow(NotJson);
    expect(seen).toEqual(['Who?', 'Where?']);
    await expect(read('a.json', '[{"question": "Who?"}', [5])).rejects.toThrow(/ends in the middle/);
  });

  it('reports a line that cannot be read at its place, and goes on', async () => {
    const text = '{"question": "Who?"}\nnonsense\n{"question": "Where?"}';
    expect(await read('a.jsonl', text, [3])).toMatchObject({ questions: [{ text: 'Who?' }, { text: 'Where?' }], problems: [{ range: { start: 21, end: 29 } }] });
  });

  it('knows no questions in a file of another kind', async () => {
    expect(await read('a.json', '{"name": "x"}', [4])).toMatchObject({ questions: [], problems: [{}] });
  });
});
