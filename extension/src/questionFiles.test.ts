import { describe, expect, it } from 'vitest';
import { mayHoldQuestions } from './questionFiles';

describe('mayHoldQuestions', () => {
  it('is true for our own language, whatever it holds', () => {
    expect(mayHoldQuestions('hoplens-questions', () => '', false)).toBe(true);
  });
  it('leaves an ordinary JSON file, a README and a source file alone', () => {
    expect(mayHoldQuestions('json', () => '{"name": "x", "version": "1.0.0"}', false)).toBe(false);
    expect(mayHoldQuestions('markdown', () => '# Title\n\nSee [this](page.md) and that', false)).toBe(false);
    expect(mayHoldQuestions('typescript', () => '{"question": "who?"}', true)).toBe(false);
  });
  it('knows data sets by their content', () => {
    expect(mayHoldQuestions('json', () => '[{"id": "1", "question" : "Who?"}]', false)).toBe(true);
    expect(mayHoldQuestions('plaintext', () => 'Q2263\tP19\tQ10\twhere?\n', false)).toBe(true);
    expect(mayHoldQuestions('plaintext', () => 'what films did [Tom Hanks] act in\tForrest Gump\n', false)).toBe(true);
    expect(mayHoldQuestions('json', () => '{"Questions": [{"RawQuestion": "who?"}]}', false)).toBe(true);
    expect(mayHoldQuestions('csv', () => 'id,"Question",answers\n1,who?,Q1', false)).toBe(true);
    expect(mayHoldQuestions('csv', () => 'id,name\n1,question', false)).toBe(false);
    expect(mayHoldQuestions('plaintext', () => 'who is his father ?\tbob\tada#father#bob#<end>#bob\n', false)).toBe(true);
    expect(mayHoldQuestions('sparql', () => '# Who?\r\n\r\nprefix x: <y>\r\nSELECT ?x WHERE { }', false)).toBe(true);
    expect(mayHoldQuestions('markdown', () => `# Title${'\n \t'.repeat(5000)}`, false)).toBe(false);
  });
  it('takes plain text only when the setting says so', () => {
    expect(mayHoldQuestions('plaintext', () => 'Who was it?\n', false)).toBe(false);
    expect(mayHoldQuestions('plaintext', () => 'Who was it?\n', true)).toBe(true);
  });
  it('asks for the text only where it decides', () => {
    const text = (): string => { throw new Error('the text was asked for'); };
    expect(mayHoldQuestions('jsonl', text, true)).toBe(true);
    expect(mayHoldQuestions('typescript', text, false)).toBe(false);
    expect(() => mayHoldQuestions('jsonl', text, false)).toThrow('asked for');
  });
});
