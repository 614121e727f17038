import { describe, expect, it } from 'vitest';
import { variantsOf } from './variants';

describe('variantsOf', () => {
  it.each([
    ['cities', 'city'], ['city', 'cities'], ['churches', 'church'], ['germans', 'german'], ['lakers', 'laker'], ['fireman', 'firemen'],
    ['2', 'two'], ['two', 'ii'], ['ii', '2'], ['second', '2nd'], ['saint', 'st'], ['bros', 'brothers'],
  ])('%s may stand for %s', (word, other) => {
    expect(variantsOf(word)).toContain(other);
  });

  it('leaves words alone that have one form', () => {
    expect(variantsOf('i')).toEqual([]);
    expect(variantsOf('москва')).toEqual([]);
    expect(variantsOf('glass')).not.toContain('glas');
  });
});
