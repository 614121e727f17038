import { describe, expect, it } from 'vitest';
import { HandClock } from '../documents/testing';
import { Refresher } from './refresher';

function refresher(waiting: () => number, capabilities = { workspace: { inlayHint: { refreshSupport: true } } }) {
  const clock = new HandClock();
  const sent: string[] = [];
  const refresh = (what: string) => ({ refresh: () => sent.push(what) });
  const languages = { semanticTokens: refresh('tokens'), inlayHint: refresh('hints'), diagnostics: refresh('diagnostics') };
  const subject = new Refresher({ languages }, (uri) => { sent.push(uri); }, waiting, clock);
  subject.use(capabilities);
  return { subject, clock, sent };
}

describe('Refresher', () => {
  it('bundles the changes of a moment, and refreshes only what the client can', () => {
    const { subject, clock, sent } = refresher(() => 0);
    for (const uri of ['a', 'b', 'a']) subject.changed(uri);
    clock.pass(59);
    expect(sent).toEqual([]);
    clock.pass(1);
    expect(sent).toEqual(['a', 'b', 'hints']);
  });
  it('sends the first of a burst soon and the next ones the later the more there is to link', () => {
    let waiting = 2000;
    const { subject, clock, sent } = refresher(() => waiting, { workspace: { inlayHint: { refreshSupport: false } } });
    subject.changed('a');
    clock.pass(60);
    expect(sent).toEqual(['a']);
    subject.changed('a');
    clock.pass(1999);
    expect(sent).toHaveLength(1);
    clock.pass(1);
    expect(sent).toHaveLength(2);
    waiting = 0;
    subject.changed('a');
    clock.pass(60);
    expect(sent).toHaveLength(3);
  });
});
