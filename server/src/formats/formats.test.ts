import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeInDocument } from './format';
import { parseQuestions } from './parseQuestions';

/** What the document holds where a piece of the question stands. */
const slice = (document: string, file: ReturnType<typeof parseQuestions>, index: number, start: number, end: number): string => {
  const question = file.questions[index]!;
  const range = rangeInDocument(question.offsets, { start, end });
  return document.slice(range.start, range.end);
};

describe('plain text', () => {
  const text = '# a comment\r\n\r\nWho wrote films starring [Tom Hanks](Q2263)?   => Q90, Q84\r\n- What is 🎬 cinema?\nlast line';
  const file = parseQuestions('ask.questions', text);

  it('reads a question a line, without comments and bullets', () => {
    expect(file.format).toBe('plain text');
    expect(file.questions.map((question) => question.text)).toEqual(['Who wrote films starring Tom Hanks?', 'What is 🎬 cinema?', 'last line']);
  });

  it('takes pins and expected answers', () => {
    expect(file.questions[0]).toMatchObject({ pins: [{ start: 25, end: 34, id: 'Q2263' }], goldAnswers: ['Q90', 'Q84'] });
    expect(file.questions[1]?.goldAnswers).toBeNull();
  });

  it('knows where everything stands, behind pins and emoji too', () => {
    expect(slice(text, file, 0, 25, 34)).toBe('Tom Hanks');
    expect(slice(text, file, 0, 34, 35)).toBe('?');
    expect(slice(text, file, 1, 11, 17)).toBe('cinema');
    expect(text.slice(file.questions[2]!.range.start, file.questions[2]!.range.end)).toBe('last line');
  });

  it('says so when nothing stands behind =>', () => {
    expect(parseQuestions('a.questions', 'Who? =>').problems[0]?.message).toMatch(/Write ids/);
  });
});

describe('MetaQA', () => {
  const text = 'what movies did [Tom Hanks] act in\tForrest Gump|Cast Away\nwho wrote [Alien]\tDan\n';
  const file = parseQuestions('qa_dev.txt', text);

  it('takes entity, span and answers', () => {
    expect(file.format).toBe('MetaQA');
    expect(file.questions[0]).toMatchObject({ text: 'what movies did Tom Hanks act in', gold: [{ id: 'Tom Hanks', span: { start: 16, end: 25 } }], goldAnswers: ['Forrest Gump', 'Cast Away'] });
    expect(slice(text, file, 0, 16, 25)).toBe('Tom Hanks');
    expect(slice(text, file, 0, 26, 29)).toBe('act');
    expect(slice(text, file, 1, 0, 3)).toBe('who');
  });
});

describe('SimpleQuestions', () => {
  it('reads the gold fact in both directions', () => {
    const file = parseQuestions('train.txt', 'Q1\tP19\tQ2\twhere was x born\nQ2\tR19\tQ1\twho was born in y\n');
    expect(file.format).toBe('SimpleQuestions');
    expect(file.questions.map((question) => question.triple)).toEqual([['Q1', 'P19', 'Q2'], ['Q1', 'P19', 'Q2']]);
    expect(file.questions[1]).toMatchObject({ text: 'who was born in y', gold: [{ id: 'Q2' }], goldAnswers: ['Q1'] });
  });
});

describe('Mintaka', () => {
  const text = JSON.stringify([{
    id: 'a', question: 'Is "Beyoncé" 🎤 the singer of Halo?', complexityType: 'generic',
    questionEntity: [{ name: 'Q36153', entityType: 'entity', label: 'Beyoncé', mention: 'Beyoncé', span: [4, 11] }, { name: 'Q1', entityType: 'entity', mention: 'Halo', span: [29, 33] }],
    answer: { answerType: 'entity', answer: [{ name: 'Q5' }] },
  }], null, 2).replace('é', '\\u00e9');
  const file = parseQuestions('mintaka.json', text);

  it('converts code points to UTF-16 and maps escapes to the document', () => {
    expect(file.format).toBe('Mintaka');
    const { text: question, gold } = file.questions[0]!;
    expect(gold.map(({ span }) => question.slice(span!.start, span!.end))).toEqual(['Beyoncé', 'Halo']);
    expect(slice(text, file, 0, gold[0]!.span!.start, gold[0]!.span!.end)).toBe('Beyonc\\u00e9');
    expect(slice(text, file, 0, gold[1]!.span!.start, gold[1]!.span!.end)).toBe('Halo');
    expect(file.questions[0]?.goldAnswers).toEqual(['Q5']);
  });

  it('names the place of broken JSON and keeps what it could read', () => {
    const broken = parseQuestions('mintaka.json', text.replace(/\]$/, ', {"question": }]'));
    expect(broken.problems[0]?.message).toMatch(/Not JSON here/);
    expect(broken.questions).toHaveLength(1);
  });
});

describe('JSON lines', () => {
  it('takes entities and answers under their usual names', () => {
    const file = parseQuestions('q.jsonl', '{"id":3,"question":"a?","qe":["Q1"],"ans":["Q2"],"triple":["Q1","P1","Q2"]}\n{"question":"b?","entities":["Q3"],"answers":[]}\nnot json\n');
    expect(file.questions[0]).toMatchObject({ id: '3', gold: [{ id: 'Q1' }], goldAnswers: ['Q2'], triple: ['Q1', 'P1', 'Q2'] });
    expect(file.questions[1]).toMatchObject({ goldAnswers: [] });
    expect(file.problems).toHaveLength(1);
  });

  it('puts every character of any question where it stands in the document', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 4 }), fc.boolean(), (questions, crlf) => {
      const text = questions.map((question) => JSON.stringify({ id: 'x', question })).join(crlf ? '\r\n' : '\n');
      const file = parseQuestions('q.jsonl', text);
      expect(file.questions.map((question) => question.text)).toEqual(questions);
      for (const [index, question] of questions.entries()) {
        for (let at = 0; at < question.length; at++) {
          expect(JSON.parse(`"${slice(text, file, index, at, at + 1)}"`)).toBe(question.charAt(at));
        }
      }
    }), { numRuns: 200 });
  });
});
