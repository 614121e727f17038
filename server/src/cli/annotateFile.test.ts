import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { streamQuestions } from '../formats/streamQuestions';
import { annotateQuestions, type Annotated, type AnnotateOptions } from './annotateFile';
import { fileBytes } from './fileBytes';
import { LinesOut } from './linesOut';

const folder = mkdtempSync(join(tmpdir(), 'hoplens-annotate-'));
afterAll(() => { rmSync(folder, { recursive: true }); });

/** Links the words "Paris" and answers with its id. */
const answer: AnnotateOptions['answer'] = ({ text }) => {
  const start = text.indexOf('Paris');
  const parts = { name: 1, fit: 0, relation: 0, prior: 0 };
  const candidate = { id: 'Q90', label: 'Paris', description: '', types: [], match: 'label' as const, name: 'Paris', score: 0.91234, parts };
  return Promise.resolve({
    mentions: [{ start, end: start + 5, text: 'Paris', score: 0.9, candidates: [candidate], candidateCount: 1 }, { start: 0, end: 2, text: 'x', score: 0.1, candidates: [], candidateCount: 0 }],
    answers: [{ id: '', label: '3', value: '3', score: 1, proofs: [] }],
  });
};

/** The lines of the file that was written last, whether it came to its end or not. */
const written: { lines: string[] } = { lines: [] };

/** Annotates a file into another. */
async function annotate(name: string, content: string | Buffer, options: Partial<AnnotateOptions> = {}): Promise<{ readonly told: Annotated; readonly problems: string[] }> {
  const path = join(folder, name);
  const target = `${path}.out`;
  writeFileSync(path, content);
  const problems: string[] = [];
  const out = await LinesOut.open(target);
  try {
    const { bytes } = await fileBytes(path);
    const told = await annotateQuestions(path, streamQuestions(path.replace(/\.gz$/, ''), bytes), { answer, write: (one) => out.write(one), onProblem: (message, start) => problems.push(`${String(start)}: ${message}`), ...options });
    return { told, problems };
  } finally {
    await out.close();
    written.lines = readFileSync(target, 'utf8').split('\n').slice(0, -1);
  }
}

describe('annotating a file', () => {
  it('writes a line for each question, with mentions where they stand in the document', async () => {
    const source = JSON.stringify([{ id: 'a', question: 'Is "Paris" 😀?' }]);
    const { told } = await annotate('a.json', source);
    expect(told).toEqual({ questions: 1, problems: 0, stopped: false });
    const start = source.indexOf('Paris');
    expect(written.lines.map((line) => JSON.parse(line) as unknown)).toEqual([{
      index: 0, id: 'a', question: 'Is "Paris" 😀?', answers: [{ value: '3', label: '3', score: 1 }],
      mentions: [{ start, end: start + 5, text: 'Paris', id: 'Q90', label: 'Paris', score: 0.9, candidates: [{ id: 'Q90', label: 'Paris', score: 0.9123 }] }],
    }]);
  });

  it('unpacks, counts what cannot be read and goes on', async () => {
    const { told, problems } = await annotate('b.jsonl.gz', gzipSync('{"question": "Paris?"}\nnonsense\n{"question": "Paris!"}'));
    expect(told).toEqual({ questions: 2, problems: 1, stopped: false });
    expect(problems).toEqual([expect.stringMatching(/^23: /)]);
  });

  it('leaves whole lines behind when it is stopped', async () => {
    const stop = new AbortController();
    const { told } = await annotate('c.questions', 'Paris 1?\nParis 2?\nParis 3?', { signal: stop.signal, onQuestion: (done) => { if (done === 2) stop.abort(); } });
    expect(told).toEqual({ questions: 2, problems: 0, stopped: true });
    expect(written.lines.map((line) => (JSON.parse(line) as { question: string }).question)).toEqual(['Paris 1?', 'Paris 2?']);
  });

  it('says where the file breaks off, and keeps what was done', async () => {
    await expect(annotate('d.json', '[{"question": "Paris?"}, {"question": oops}]')).rejects.toThrow(/d\.json: not JSON.*Questions annotated before it: 1/);
    expect(written.lines).toHaveLength(1);
  });

  it('names a file that holds no question, is missing, is no gzip or cannot be written', async () => {
    await expect(annotate('e.json', '{"name": 1}')).rejects.toThrow('e.json holds no question');
    await expect(fileBytes(join(folder, 'none.json'))).rejects.toThrow(/none\.json cannot be read.*Check the path/);
    await expect(annotate('f.jsonl.gz', '{"question": "Paris?"}')).rejects.toThrow(/f\.jsonl\.gz cannot be read/);
    await expect(LinesOut.open(join(folder, 'no', 'such', 'folder.jsonl'))).rejects.toThrow(/cannot be written.*folder that exists/);
  });
});
