import type { AnswerOptions, Answerer } from '../answering/answerer';
import type { KnowledgeGraph } from '../graph/knowledgeGraph';
import type { Candidate, Explanation, Mention } from '../protocol';
import { AbortError } from '../answering/abortError';
import type { Clock } from './clock';

/** For tests: a candidate with its score. */
export function candidate(id: string, score: number, more: Partial<Candidate> = {}): Candidate {
  return { id, label: `Label ${id}`, description: '', types: [], match: 'label', name: `Label ${id}`, score, parts: { name: 1, fit: 2, relation: 3, prior: 4 }, ...more };
}

/** For tests: a mention of the question's first occurrence of `text`. */
export function mention(question: string, text: string, score: number, candidates: readonly Candidate[]): Mention {
  const start = question.indexOf(text);
  return { start, end: start + text.length, text, score, candidates, candidateCount: candidates.length };
}

/** For tests: an explanation without paths. */
export function explanation(question: string, mentions: readonly Mention[], answers: readonly (readonly [label: string, score: number])[] = []): Explanation {
  return {
    question, words: [], mentions, plan: null, paths: [], intersection: null, operation: null, summary: `About ${question}`,
    answers: answers.map(([label, score]) => ({ id: '', label, score, proofs: [] })), millis: { mentions: 0, model: 0, hops: 0, rest: 0, total: 0 },
  };
}

/** For tests: answers only when told to, and remembers what it was asked. The first word of a question is its one mention, with the id `Q` + its length. */
export class HandAnswerer implements Answerer {
  readonly modelName = 'by hand';
  readonly asked: string[] = [];
  readonly waiting: { readonly question: string; readonly done: () => void; readonly fail: (message: string) => void; readonly signal: AbortSignal | undefined }[] = [];

  /** @param immediate answers at once */
  constructor(private readonly immediate = false) {}

  get graph(): KnowledgeGraph {
    throw new Error('the documents do not look into the graph');
  }

  answer(question: string, { signal }: AnswerOptions = {}): Promise<Explanation> {
    this.asked.push(question);
    const [word = ''] = question.split(' ');
    const told = explanation(question, [mention(question, word, 0.9, [candidate(`Q${String(word.length)}`, 1)])], [['An answer', 0.75]]);
    if (this.immediate) return Promise.resolve(told);
    return new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => { reject(new AbortError('withdrawn')); });
      this.waiting.push({ question, signal, done: () => { resolve(told); }, fail: (message) => { reject(new Error(message)); } });
    });
  }

  /** Answers what was asked first and waits still, until nothing new is asked. */
  async answerAll(): Promise<void> {
    for (let next = this.waiting.shift(); next !== undefined; next = this.waiting.shift()) {
      next.done();
      await new Promise((resolve) => { setImmediate(resolve); });
    }
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** For tests: time that passes when told to. */
export class HandClock implements Clock {
  #now = 0;
  #timers: { readonly at: number; readonly run: () => void }[] = [];

  after(milliseconds: number, run: () => void): () => void {
    const timer = { at: this.#now + milliseconds, run };
    this.#timers.push(timer);
    return () => { this.#timers = this.#timers.filter((other) => other !== timer); };
  }

  pass(milliseconds: number): void {
    this.#now += milliseconds;
    const due = this.#timers.filter(({ at }) => at <= this.#now);
    this.#timers = this.#timers.filter(({ at }) => at > this.#now);
    for (const { run } of due) run();
  }
}
