import { describe, expect, it } from 'vitest';
import type { Correction } from '../../protocol';
import { correctionText } from './correctionText';

const correction: Correction = { id: 'a', kind: 'entity', question: 'q', questionOccurrence: 1, questionId: '', mention: 'Tom Hanks', mentionOccurrence: 1, entity: 'HL-0001', label: 'Tom Hanks', was: '', author: 'Ada', time: '2026-11-25T02:00:00.000Z' };

describe('what a correction says', () => {
  it.each([
    [{}, 'corrected to Tom Hanks (HL-0001), Ada, 2026-11-25'],
    [{ label: '', author: '', time: '' }, 'corrected to HL-0001'],
    [{ kind: 'none' }, 'marked as no entity, Ada, 2026-11-25'],
    [{ kind: 'alias' }, 'a further name of Tom Hanks (HL-0001), Ada, 2026-11-25'],
    [{ kind: 'span' }, '“Tom Hanks” is one mention, Ada, 2026-11-25'],
    [{ kind: 'span', was: 'Hanks' }, 'the mention is “Tom Hanks”, not “Hanks”, Ada, 2026-11-25'],
  ] as const)('%j', (more, text) => {
    expect(correctionText({ ...correction, ...more })).toBe(text);
  });
});
