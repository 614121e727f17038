import { expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { idAt } from './bareId';

const TEXT = 'first\nsee Q90, "P57" and HL-0042; not Q0, XQ5, Q5x or q7';
const source = TextDocument.create('file:///a', 'plaintext', 1, TEXT);
const at = (word: string, offset = 0) => idAt(source, source.positionAt(TEXT.indexOf(word) + offset));

it('finds an id that stands as a word, from its first to behind its last character', () => {
  expect(at('Q90')).toEqual({ id: 'Q90', start: 10, end: 13 });
  expect(at('Q90', 3)?.id).toBe('Q90');
  expect(at('P57', 1)?.id).toBe('P57');
  expect(at('HL-0042', 4)?.id).toBe('HL-0042');
});

it('finds none beside it or inside another word', () => {
  expect([at('see'), at('Q0'), at('XQ5', 1), at('Q5x'), at('q7'), at('first')]).toEqual([undefined, undefined, undefined, undefined, undefined, undefined]);
});
