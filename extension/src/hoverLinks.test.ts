import { describe, expect, it } from 'vitest';
import { actionLinks, HOVER_COMMANDS, readActions } from './hoverLinks';

const ACTION = { action: 'choose', uri: 'file:///a%20b.questions', index: 2, offset: 17 } as const;

describe('readActions', () => {
  it('takes what is an action and leaves out the rest', () => {
    expect(readActions({ contents: '', actions: [ACTION, { ...ACTION, action: 'workbench.action.quit' }, { ...ACTION, index: '2' }, { ...ACTION, action: 'toString' }, null] })).toEqual([ACTION]);
  });
  it('finds none in a hover without any', () => {
    expect(readActions({ contents: '' })).toEqual([]);
    expect(readActions(null)).toEqual([]);
    expect(readActions({ actions: 'all' })).toEqual([]);
  });
});

describe('actionLinks', () => {
  it('links only commands of the allow-list, with their arguments', () => {
    const links = actionLinks([{ ...ACTION, action: 'answer' }, { ...ACTION, action: 'panel' }, ACTION, { ...ACTION, action: 'whyNot' }, { ...ACTION, action: 'remove' }], (action) => action);
    const found = [...links.matchAll(/\]\(command:([\w.]+)\?([^)]*)\)/g)];
    expect(found.map((match) => match[1])).toEqual(HOVER_COMMANDS);
    expect(found.map((match): unknown => JSON.parse(decodeURIComponent(match[2] ?? '')))).toEqual([[ACTION.uri, 2], [ACTION.uri, 2], [ACTION.uri, 2, 17], [ACTION.uri, 2, 17], [ACTION.uri, 2, 17]]);
  });
});
