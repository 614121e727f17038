import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPipeline, type Opened } from '../../server/src/answering/openPipeline';
import { answerQuestion } from '../../server/src/answering/pipeline';
import { countDeclined, declinedAt, THRESHOLDS } from './declined';

let opened: Opened;
beforeAll(async () => {
  opened = await openPipeline({ graph: join('media', 'graph', 'wikidata.hlpack'), model: join('media', 'model') });
});

describe('declinedAt', () => {
  it.each(['What sport did Frida Kahlo play?', 'Who wrote Hamlet?', 'What is the currency of Pluto?', 'Which football club did Immanuel Kant play for?'])('is what the pipeline does at each threshold: %s', async (question) => {
    const told = await answerQuestion(opened.pipeline, question);
    const asked = await Promise.all(THRESHOLDS.map(async (threshold) => (await answerQuestion({ ...opened.pipeline, threshold }, question)).answers.length === 0));
    expect(await declinedAt(opened.pipeline, told, {})).toEqual(asked);
  });

  it('counts a question from which nothing leads on as declined', async () => {
    const told = await answerQuestion(opened.pipeline, 'zzqx?');
    expect(await declinedAt(opened.pipeline, told, {})).toEqual(THRESHOLDS.map(() => true));
  });
});

describe('countDeclined', () => {
  it('adds up by threshold', () => {
    const counted = countDeclined([THRESHOLDS.map(() => true), THRESHOLDS.map((_, k) => k > 1)]);
    expect(counted.at.map(({ declined }) => declined)).toEqual(THRESHOLDS.map((_, k) => (k > 1 ? 2 : 1)));
  });
});
