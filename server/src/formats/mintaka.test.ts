import { describe, expect, it } from 'vitest';
import { mintaka } from './mintaka';
import { inDocument } from './testing';

const ITEM = {
  id: 'own-7', question: '😀 Who founded "Ville d\'Orée"?', translations: { de: 'Wer?' },
  questionEntity: [{ name: 'Q5', entityType: 'entity', label: 'Orée', mention: 'Ville d\'Orée', span: [15, 27] }, { name: 1900, entityType: 'ordinal', mention: 'x', span: [0, 1] }],
  answer: { answerType: 'entity', answer: [{ name: 'Q9', label: { en: 'Someone' } }], mention: 'Someone' }, complexityType: 'generic',
};

describe('Mintaka', () => {
  it('maps gold spans, counted in code points, through escapes onto the document', () => {
    const source = JSON.stringify([ITEM], null, 2).replace('é', '\\u00e9').replace('😀', '\\ud83d\\ude00');
    const [question] = mintaka.parse(source).questions;
    expect(question).toMatchObject({ text: ITEM.question, id: 'own-7', complexity: 'generic', goldAnswers: ['Q9'], gold: [{ id: 'Q5', label: 'Orée' }] });
    expect(inDocument(source, question!, question!.gold[0]!.span!)).toBe('Ville d\'Or\\u00e9e');
    expect(inDocument(source, question!, { start: 0, end: 2 })).toBe('\\ud83d\\ude00');
  });
  it('takes numbers and truth values as answers, and null as none', () => {
    const answersOf = (answer: unknown) => mintaka.parse(JSON.stringify([{ ...ITEM, answer: { answerType: 'numerical', answer } }])).questions[0]?.goldAnswers;
    expect([answersOf([3]), answersOf([true]), answersOf(['1999-01-02']), answersOf(null)]).toEqual([['3'], ['true'], ['1999-01-02'], null]);
  });
  it('reads what can be read of a broken file and says where it is broken', () => {
    const source = `${JSON.stringify([ITEM]).slice(0, -1)}, {"question": "Who`;
    const { questions, problems } = mintaka.parse(source);
    expect(questions[0]?.text).toBe(ITEM.question);
    expect(problems.length).toBeGreaterThan(0);
  });
  it('is known by its keys, in a .json file only', () => {
    const source = JSON.stringify([ITEM]);
    expect([mintaka.detects({ path: 'a.json', anyText: false }, source), mintaka.detects({ path: 'a.txt', anyText: false }, source), mintaka.detects({ path: 'a.json', anyText: false }, '{"question": "?"}')]).toEqual([true, false, false]);
  });
});
