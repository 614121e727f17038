import { describe, expect, it } from 'vitest';
import type { QuestionRow } from '../../server/src/protocol';
import { operationChosen, operationsUsed } from './operationKinds';

const row = (complexity: string, operation: string | null, plan: QuestionRow['plan'] = 'one-hop'): QuestionRow => ({
  index: 0, id: '', text: '', range: { start: 0, end: 0 }, complexity, verdict: 'right', gold: [], goldAnswers: [], answers: [], answerCount: 0, mentions: [], hits1: 1, hits1Strict: 1, f1: 1,
  recall: { found: 0, of: 0 }, entityRight: null, relationRight: null, given: null, control: null, hard: false, answerable: true, plan, operation, cause: null, message: '', millis: 0,
});
const rows = [row('ordinal', 'minimum'), row('ordinal', null), row('type', null), row('yes-no', 'check-greater'), row('count', null, null)];

describe('operations', () => {
  it('counts what was used; where nothing leads on, none was', () => {
    expect(operationsUsed(rows)).toEqual({ minimum: 1, list: 2, 'check-greater': 1, none: 1 });
  });

  it('takes any operation that answers such a question for the right one', () => {
    expect(operationChosen(rows)).toEqual([{ kind: 'count', n: 1, right: 0 }, { kind: 'ordinal', n: 2, right: 1 }, { kind: 'yes-no', n: 1, right: 1 }, { kind: 'type', n: 1, right: 1 }]);
  });
});
