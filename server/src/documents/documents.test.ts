import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Documents, type DocumentsOptions } from './documents';
import { shownMentions } from './questionEntry';
import { HandAnswerer, HandClock } from './testing';

const URI = 'file:///a.questions';
const turn = () => new Promise((resolve) => { setImmediate(resolve); });

function open(text: string, options: Partial<DocumentsOptions> = {}, answerer = new HandAnswerer()): { readonly documents: Documents; readonly answerer: HandAnswerer; readonly changed: string[] } {
  const changed: string[] = [];
  const documents = new Documents({ onChanged: (uri) => { changed.push(uri); }, ...options });
  documents.update({ uri: URI, version: 1, text });
  documents.ready(answerer);
  return { documents, answerer, changed };
}
const states = (documents: Documents, uri = URI) => documents.get(uri)?.entries.map(({ question, linked }) => [question.text, linked !== undefined]);

describe('linking in the background', () => {
  it('keeps no more than two questions in flight and links all', async () => {
    const { documents, answerer, changed } = open('one\ntwo\nthree\nfour');
    expect(answerer.asked).toEqual(['one', 'two']);
    expect(documents.waiting(URI)).toBe(4);
    await answerer.answerAll();
    expect(answerer.asked).toEqual(['one', 'two', 'three', 'four']);
    expect(documents.waiting(URI)).toBe(0);
    expect(changed.length).toBeGreaterThanOrEqual(5);
  });

  it('waits until graph and model are there', async () => {
    const documents = new Documents({ onChanged: () => undefined });
    documents.update({ uri: URI, version: 1, text: 'one' });
    await documents.settled();
    expect(states(documents)).toEqual([['one', false]]);
    documents.ready(new HandAnswerer(true));
    await documents.settled();
    expect(states(documents)).toEqual([['one', true]]);
  });

  it('does what is in view first, then the rest of the document touched last', async () => {
    const { documents, answerer } = open('a1\na2\na3\na4\na5\na6');
    documents.update({ uri: 'file:///b.questions', version: 1, text: 'b1\nb2' });
    void documents.show(URI, { start: 12, end: 14 });
    await answerer.answerAll();
    // a1 and a2 were in flight, a5 was asked for by the view.
    expect(answerer.asked).toEqual(['a1', 'a2', 'a5', 'a3', 'a4', 'a6', 'b1', 'b2']);
  });

  it('show resolves when what is in view is linked', async () => {
    const { documents } = open('one\ntwo\nthree', {}, new HandAnswerer(true));
    await documents.show(URI, { start: 0, end: 99 });
    expect(states(documents)?.every(([, linked]) => linked)).toBe(true);
  });

  it('says which question could not be answered, and goes on', async () => {
    const { documents, answerer } = open('one\ntwo\nthree');
    answerer.waiting.shift()?.fail('no memory');
    await turn();
    await answerer.answerAll();
    expect(documents.get(URI)?.entries.map(({ error }) => error)).toEqual(['no memory', undefined, undefined]);
  });
});

describe('a change', () => {
  it('asks again only what changed, wherever it moved, and keeps a question that is being linked', async () => {
    const { documents, answerer } = open('one\ntwo\nthree');
    answerer.waiting.shift()?.done();
    await turn();
    documents.update({ uri: URI, version: 2, text: '# new\nzero\nthree\n\nte\none' });
    await answerer.answerAll();
    expect(answerer.asked).toEqual(['one', 'two', 'three', 'zero', 'te']);
    expect(states(documents)).toEqual([['zero', true], ['three', true], ['te', true], ['one', true]]);
    const one = documents.get(URI)?.entries[3];
    expect(one === undefined ? undefined : shownMentions(one)[0]?.range).toEqual({ start: 21, end: 24 });
  });

  it('aborts work on a question that is gone and keeps nothing of it', async () => {
    const { documents, answerer } = open('one\ntwo');
    const [first] = answerer.waiting;
    documents.update({ uri: URI, version: 2, text: 'two' });
    expect(first?.signal?.aborted).toBe(true);
    await answerer.answerAll();
    expect(states(documents)).toEqual([['two', true]]);
  });

  it('of a pin asks again', async () => {
    const { documents, answerer } = open('Where is [Paris](Q90)?', {}, new HandAnswerer(true));
    await documents.settled();
    documents.update({ uri: URI, version: 2, text: 'Where is [Paris](Q167646)?' });
    await documents.settled();
    expect(answerer.asked).toHaveLength(2);
  });

  it('of a large text is read after a pause, and only the last one', async () => {
    const clock = new HandClock();
    const filler = `${'x'.repeat(60)}\n`.repeat(6000);
    const { documents } = open(`${filler}first`, { clock });
    const read = async (version: number) => { while (documents.get(URI)?.version !== version) await turn(); };
    await read(1);
    documents.update({ uri: URI, version: 2, text: `${filler}second` });
    clock.pass(300);
    documents.update({ uri: URI, version: 3, text: `${filler}third` });
    clock.pass(300);
    expect(documents.get(URI)?.version).toBe(1);
    clock.pass(100);
    await read(3);
    expect(documents.get(URI)?.entries.at(-1)?.question.text).toBe('third');
    documents.close(URI);
    await documents.settled();
  });

  it('of a long text is read in slices, and what comes in between counts', async () => {
    const filler = `${'x'.repeat(60)}\n`.repeat(1500);
    const { documents } = open(`${filler}first`);
    const read = async (version: number) => { while (documents.get(URI)?.version !== version) await turn(); };
    expect(documents.get(URI)).toBeUndefined();
    await read(1);
    documents.update({ uri: URI, version: 2, text: `${filler}second` });
    documents.update({ uri: URI, version: 3, text: 'short' });
    expect(documents.get(URI)?.version).toBe(3);
    documents.update({ uri: URI, version: 4, text: `${filler}third` });
    documents.close(URI);
    for (let k = 0; k < 50; k++) await turn();
    expect(documents.get(URI)).toBeUndefined();
    await documents.settled();
  });

  it('never mixes up questions: after any edits each has what belongs to its own text', async () => {
    const line = fc.constantFrom('one', 'two', 'three and', 'four of them', '', '# note', 'one');
    await fc.assert(fc.asyncProperty(fc.array(fc.array(line, { maxLength: 6 }), { minLength: 1, maxLength: 5 }), async (versions) => {
      const { documents, answerer } = open('one\ntwo');
      for (const [version, lines] of versions.entries()) {
        documents.update({ uri: URI, version: version + 2, text: lines.join('\n') });
        answerer.waiting.shift()?.done();
        await turn();
      }
      await answerer.answerAll();
      await documents.settled();
      for (const { question, linked } of documents.get(URI)?.entries ?? []) expect(linked?.summary).toBe(`About ${question.text}`);
    }), { numRuns: 40 });
  });
});

describe('asking', () => {
  it('answers in full and marks the question, unless it is quiet', async () => {
    const { documents } = open('one\ntwo', {}, new HandAnswerer(true));
    expect((await documents.ask(URI, 1, { quiet: true })).explanation.question).toBe('two');
    expect(documents.get(URI)?.entries[1]?.asked).toBe(false);
    await documents.ask(URI, 1);
    expect(documents.get(URI)?.entries[1]?.asked).toBe(true);
  });

  it('waits for graph and model, and hears why they failed', async () => {
    const documents = new Documents({ onChanged: () => undefined });
    documents.update({ uri: URI, version: 1, text: 'one' });
    const early = documents.ask(URI, 0);
    documents.ready(new HandAnswerer(true));
    expect((await early).explanation.question).toBe('one');
    documents.loading();
    const late = documents.ask(URI, 0);
    documents.failed('the pack is broken');
    await expect(late).rejects.toThrow('the pack is broken');
    await expect(documents.ask(URI, 0)).rejects.toThrow('the pack is broken');
  });

  it('gives the place of a question that moved meanwhile, and says when it is gone', async () => {
    const { documents, answerer } = open('one\ntwo');
    const moved = documents.ask(URI, 1);
    const gone = expect(documents.ask(URI, 0)).rejects.toThrow(/changed before/);
    await turn();
    documents.update({ uri: URI, version: 2, text: 'zero\nnil\ntwo' });
    await answerer.answerAll();
    expect(await moved).toMatchObject({ index: 2, document: { version: 2 } });
    await gone;
    await expect(documents.ask(URI, 9)).rejects.toMatchObject({ name: 'QuestionGone' });
  });

  it('is withdrawn by its signal', async () => {
    const { documents } = open('one');
    const controller = new AbortController();
    const asked = documents.ask(URI, 0, { signal: controller.signal });
    await turn();
    controller.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('answers a whole document in order, counts failures, and keeps what is done when it is cancelled', async () => {
    const { documents, answerer } = open('one\ntwo\nthree');
    answerer.waiting[1]?.fail('too long');
    const controller = new AbortController();
    const progress: number[] = [];
    const all = documents.askAll(URI, controller.signal, (done) => {
      progress.push(done);
      if (done === 2) controller.abort();
    });
    await turn();
    await answerer.answerAll();
    expect(await all).toEqual({ answered: 1, failed: 1, cancelled: true });
    expect(progress).toEqual([1, 2]);
    expect(documents.get(URI)?.entries.map(({ asked }) => asked)).toEqual([true, true, false]);
  });
});

describe('files that are no question files', () => {
  it('hold no questions and no problems', () => {
    const { documents } = open('one');
    documents.update({ uri: 'file:///package.json', version: 1, text: '{\n"name": "x"\n}' });
    expect(documents.get('file:///package.json')).toMatchObject({ format: '', entries: [], problems: [] });
  });
  it('are plain texts only where the setting says so, and documents of our language whatever their name', () => {
    const documents = new Documents({ onChanged: () => undefined, anyText: () => false });
    documents.update({ uri: 'untitled:Untitled-1', version: 1, text: 'one' });
    documents.update({ uri: 'untitled:Untitled-2', path: 'untitled:Untitled-2.questions', version: 1, text: 'one' });
    expect([documents.get('untitled:Untitled-1')?.entries.length, documents.get('untitled:Untitled-2')?.entries.length]).toEqual([0, 1]);
  });
});
