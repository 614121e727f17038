import { describe, expect, it } from 'vitest';
import { byCause, titleOf } from './nodes';

const found = (cause: string, line: number) => ({ cause, message: 'm', line, character: 0 });

describe('byCause', () => {
  it('lists the most frequent cause first, its questions in order', () => {
    const nodes = byCause('file:///a', [found('wrong-hops', 1), found('ambiguous', 2), found('ambiguous', 3)]);
    expect(nodes).toMatchObject([{ kind: 'found', cause: 'ambiguous', items: [{ line: 2 }, { line: 3 }] }, { kind: 'found', cause: 'wrong-hops', items: [{ line: 1 }] }]);
  });
});

describe('titleOf', () => {
  it('reads as words', () => {
    expect([titleOf('ranked-too-low'), titleOf('right'), titleOf('unjudged')]).toEqual(['Ranked too low', 'Right', 'No gold answers']);
  });
});
