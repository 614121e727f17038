import { describe, expect, it } from 'vitest';
import type { CodeAction, Range } from 'vscode-languageserver/node';
import { candidate, mention } from '../documents/testing';
import { correctQuestions } from '../documents/corrections/correctQuestions';
import { newCorrection, type Wish } from '../documents/corrections/newCorrection';
import { EMPTY_SIDECAR } from '../documents/corrections/sidecarFile';
import { CorrectCommand, KeepCorrectionsCommand, RemoveCorrectionsCommand } from '../protocol';
import { codeActionsOf } from './codeActions';
import { otherSpans } from './mentionActions';
import { opened } from './testing';

const QUESTION = 'Who wrote films starring Tom Hanks?';
const SET = JSON.stringify([{ id: 'own', question: QUESTION, questionEntity: [{ name: 'HL-0001', entityType: 'entity', label: 'Tom Hanks', mention: 'Tom Hanks', span: [25, 34] }], answer: { answerType: 'entity', answer: null }, complexityType: 'generic' }]);
const told = { [QUESTION]: { mentions: [mention(QUESTION, 'Tom Hanks', 0.9, [candidate('Q2263', 0.9), candidate('HL-0001', 0.1, { description: 'a seismologist' }), candidate('HL-0002', 0.01)])] } };
const span = { start: 25, end: 34 };

function actions(uri: string, text: string, { at = 'Hanks', wish }: { readonly at?: string; readonly wish?: Wish } = {}): readonly CodeAction[] {
  const { document, source } = opened(uri, text, told);
  const questions = document.entries.map(({ question }) => question);
  const [entry] = document.entries;
  if (wish !== undefined && entry !== undefined) {
    const correction = newCorrection(questions, 0, wish);
    [entry.corrected] = correctQuestions({ ...EMPTY_SIDECAR, corrections: [{ correction, range: { start: 0, end: 0 } }] }, questions).corrected;
  }
  const start = source.positionAt(text.indexOf(at));
  const range: Range = { start, end: at.includes(' ') ? source.positionAt(text.indexOf(at) + at.length) : start };
  return codeActionsOf({ document, source, range, diagnostics: [{ range, message: '', data: { gold: 'HL-0001' } }, { range, message: 'another' }] });
}
const titles = (all: readonly CodeAction[]) => all.map(({ title }) => title);

describe('quick fixes on a mention of a data set', () => {
  const all = actions('file:///set.json', SET);
  it('take the gold entity first, which fixes the mislink, then the other candidates, none, other spans, a further name', () => {
    expect(titles(all)).toEqual([
      '“Tom Hanks” is Tom Hanks (HL-0001), as the file says', '“Tom Hanks” is Label HL-0002 (HL-0002)', 'Choose another entity for “Tom Hanks”…', '“Tom Hanks” names no entity',
      'Extend the span to “starring Tom Hanks”', 'Shrink the span to “Hanks”', 'Shrink the span to “Tom”', '“Tom Hanks” is a further name of…',
    ]);
    expect(all[0]).toMatchObject({ isPreferred: true, diagnostics: [{ data: { gold: 'HL-0001' } }], command: { command: CorrectCommand, arguments: [{ uri: 'file:///set.json', index: 0, span, kind: 'entity', entity: 'HL-0001' }] } });
    expect(all[4]?.command?.arguments).toEqual([{ uri: 'file:///set.json', index: 0, span: { start: 16, end: 34 }, kind: 'span', was: span }]);
  });
  it('are the choice alone where there is no place for a sidecar', () => {
    expect(titles(actions('untitled:set.json', SET))).toEqual(['Choose another entity for “Tom Hanks”…']);
  });
  it('on corrected words take the correction away or apply it elsewhere; gold is not offered against a person', () => {
    const corrected = actions('file:///set.json', SET, { wish: { kind: 'entity', span, entity: { id: 'Q2263', label: 'Tom Hanks' }, author: 'Ada' } });
    expect(titles(corrected).filter((title) => /as the file says|correction|Apply/.test(title))).toEqual([
      expect.stringMatching(/^Remove the correction of “Tom Hanks” \(corrected to Tom Hanks \(Q2263\), Ada, \d{4}-\d\d-\d\d\)$/),
      expect.stringContaining('Apply to all “Tom Hanks” in this file'), expect.stringContaining('in the workspace'),
    ]);
    expect(corrected.find(({ command }) => command?.command === RemoveCorrectionsCommand)?.command?.arguments).toMatchObject([{ uri: 'file:///set.json', ids: [expect.any(String)] }]);
  });
});

describe('quick fixes in a file of ours', () => {
  it('pin in the text, and correct in the sidecar', () => {
    const all = actions('file:///a.questions', QUESTION);
    expect(titles(all).slice(0, 4)).toEqual(['Pin “Tom Hanks” to Label Q2263 (Q2263)', 'Pin “Tom Hanks” to Label HL-0001 (HL-0001): a seismologist', 'Pin “Tom Hanks” to Label HL-0002 (HL-0002)', 'Choose another entity for “Tom Hanks”…']);
    expect(all[1]?.edit?.changes?.['file:///a.questions']).toMatchObject([{ newText: '[Tom Hanks](HL-0001)' }]);
  });
  it('on a pin take it away and nothing else but a choice', () => {
    expect(titles(actions('file:///a.questions', 'Who wrote films starring [Tom Hanks](Q2263)?'))).toEqual(['Remove the pin of “Tom Hanks”', 'Choose another entity for “Tom Hanks”…']);
  });
  it('on selected words that are no mention choose their entity', () => {
    const [action] = actions('file:///a.questions', QUESTION, { at: 'wrote films' });
    expect(action).toMatchObject({ title: 'Choose the entity of “wrote films”…', command: { arguments: ['file:///a.questions', 0, null, { start: 4, end: 15 }] } });
  });
  it('keep a correction whose question changed', () => {
    const { document, source } = opened('file:///a.questions', 'Who wrote the films starring Tom Hanks?');
    const questions = document.entries.map(({ question }) => question);
    const correction = newCorrection([{ text: QUESTION, id: '' }], 0, { kind: 'none', span, author: '' });
    for (const entry of document.entries) [entry.corrected] = correctQuestions({ ...EMPTY_SIDECAR, corrections: [{ correction, range: { start: 0, end: 0 } }] }, questions).corrected;
    const found = codeActionsOf({ document, source, range: { start: { line: 0, character: 2 }, end: { line: 0, character: 2 } }, diagnostics: [] });
    expect(found.find(({ command }) => command?.command === KeepCorrectionsCommand)?.command?.arguments).toEqual([{ uri: 'file:///a.questions', ids: [correction.id] }]);
  });
});

describe('other spans', () => {
  const text = 'Is “Star Wars” old?';
  const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const names = (words: string) => otherSpans(text, at(words)).map(([verb, { start, end }]) => `${verb} ${text.slice(start, end)}`);
  it('are a word longer or shorter at either end; punctuation is no word', () => {
    expect(names('Star Wars')).toEqual(['Extend Is “Star Wars', 'Extend Star Wars” old', 'Shrink Wars', 'Shrink Star']);
    expect(names('Is')).toEqual(['Extend Is “Star']);
    expect(names('old')).toEqual(['Extend Wars” old']);
  });
});
