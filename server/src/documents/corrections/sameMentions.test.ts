import { describe, expect, it } from 'vitest';
import { parseQuestions } from '../../formats/parseQuestions';
import type { Correction } from '../../protocol';
import { linkedOf, type QuestionEntry } from '../questionEntry';
import { candidate, explanation, mention } from '../testing';
import { newCorrection } from './newCorrection';
import { sameMentions } from './sameMentions';

const LINES = ['Where is Paris?', 'Is Paris Hilton in Paris?', 'Is [Paris](Q90) old?', 'Are Parisians old?'];
const entries = (): QuestionEntry[] => parseQuestions('a.questions', LINES.join('\n')).questions.map((question) => ({ question, linked: undefined, asked: false, error: undefined }));
const correction = (kind: Correction['kind']): Correction => newCorrection(entries().map(({ question }) => question), 0, { kind, span: { start: 9, end: 14 }, author: '', entity: { id: 'Q90', label: 'Paris' } });
async function found(kind: Correction['kind']) {
  const asked: string[] = [];
  const places = await sameMentions(correction(kind), entries(), (entry) => {
    const { text } = entry.question;
    asked.push(text);
    const second = text.lastIndexOf('Paris');
    const city = { ...mention(text, 'Paris', 0.9, [candidate('Q1', 1)]), start: second, end: second + 5 };
    entry.linked = linkedOf(explanation(text, [...(text.includes('Hilton') ? [mention(text, 'Paris Hilton', 0.9, [candidate('Q2', 1)])] : []), city]), entry.question);
    return Promise.resolve();
  });
  return { places: places.map(({ index, span }) => [index, span.start]), asked };
}

describe('mentions of the same words', () => {
  it('are those that were read as a mention; only questions that hold the words are linked', async () => {
    expect(await found('entity')).toEqual({ places: [[0, 9], [1, 19]], asked: [LINES[0], LINES[1]] });
    expect((await found('none')).places).toEqual([[0, 9], [1, 19]]);
  });
  it('may be anywhere where only the span is said, but not inside a word or where the text pins them', async () => {
    expect(await found('span')).toEqual({ places: [[0, 9], [1, 3], [1, 19]], asked: [] });
  });
  it('need one place for a further name', async () => {
    expect((await found('alias')).places).toEqual([[0, 9]]);
  });
});
