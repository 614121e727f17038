import { describe, expect, it } from 'vitest';
import { fileName } from './fileName';

describe('fileName', () => {
  it('keeps the words and nothing that a file system minds', () => {
    expect(fileName('Who did Padmé marry in "Star Wars": II/III?', 'svg')).toBe('who-did-padme-marry-in-star-wars-ii-iii.svg');
    expect(fileName('../..', 'png')).toBe('hoplens.png');
    expect(fileName('word '.repeat(40), 'png').length).toBeLessThan(70);
  });
});
