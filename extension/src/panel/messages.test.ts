import { describe, expect, it } from 'vitest';
import { readMessage, readState } from './messages';

describe('readMessage', () => {
  it('reads every message of the panel', () => {
    const messages = [
      { type: 'ready' }, { type: 'reveal', uri: 'file:///a', index: 1, span: { start: 0, end: 2 } }, { type: 'card', id: 'Q1' }, { type: 'openPage', id: 'Q1' },
      { type: 'copy', text: '{}' }, { type: 'answerAgain', uri: 'file:///a', index: 1 },
    ];
    expect(messages.map(readMessage)).toEqual(messages);
  });
  it('refuses everything else', () => {
    for (const message of [null, 'ready', {}, { type: 'run', command: 'x' }, { type: 'reveal', uri: 'file:///a', index: '1', span: {} }, { type: 'openPage', id: 7 }, { type: 'copy' }]) {
      expect(readMessage(message)).toBeUndefined();
    }
  });
  it('drops what does not belong to a message', () => {
    expect(readMessage({ type: 'card', id: 'Q1', command: 'workbench.action.quit' })).toEqual({ type: 'card', id: 'Q1' });
  });
});

describe('readState', () => {
  it('finds the question that was shown', () => {
    expect(readState({ version: 1, state: { kind: 'explanation', result: { uri: 'file:///a', index: 3, explanation: {} } } })).toEqual({ uri: 'file:///a', index: 3 });
  });
  it('finds none in an empty or foreign state', () => {
    for (const state of [undefined, null, {}, { state: null }, { state: { kind: 'empty' } }, { state: { result: { uri: 1, index: 2 } } }]) expect(readState(state)).toBeUndefined();
  });
});
