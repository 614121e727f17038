import { describe, expect, it } from 'vitest';
import { readReportMessage } from './reportMessages';

describe('readReportMessage', () => {
  it('reads every message of the page, and drops what does not belong to it', () => {
    const messages = [{ type: 'reveal', index: 3, text: 'Who?' }, { type: 'more', group: 'ranked-too-low', offset: 50 }, { type: 'more', group: 'right', offset: 0 }, { type: 'export', kind: 'ttl' }, { type: 'compare' }];
    expect(messages.map(readReportMessage)).toEqual(messages);
    expect(readReportMessage({ type: 'compare', command: 'quit' })).toEqual({ type: 'compare' });
  });
  it('refuses everything else', () => {
    for (const message of [null, 'compare', {}, { type: 'export', kind: 'exe' }, { type: 'export', kind: 'html', path: 1 }.kind, { type: 'more', group: 'x', offset: 1 }, { type: 'more', group: 'right', offset: '1' }, { type: 'reveal', index: '1', text: '' }]) {
      expect(readReportMessage(message)).toBeUndefined();
    }
  });
});
