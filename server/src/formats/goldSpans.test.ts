import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuestions } from './parseQuestions';
import { inDocument } from './testing';

/** Words that no mention below begins or ends with: the first place of the mention is then the one that was meant. */
const AROUND = fc.array(fc.constantFrom('who', 'is', '😀', '"so"', 'a\\b', 'x,y', '𝔘', 'naïve', '…'), { maxLength: 5 }).map((words) => words.join(' '));
const MENTION = fc.constantFrom('Ville d\'Orée', 'Zoë 🎬 "Kid" Łódź', 'Q\\A', 'O’Neill', '𝔘nion Zed', 'C, D; E', 'R2-D2', 'Ünal');
const EXTRA = { graph: [['a', 'r', ']"']], note: 'x' };

interface Row {
  readonly question: string;
  readonly mention: string;
  /** Code points, as Python counts. */
  readonly span: readonly [number, number];
}
const list = (item: (row: Row) => unknown) => (rows: readonly Row[]): string => JSON.stringify(rows.map(item), null, 1);
const lines = (item: (row: Row) => unknown) => (rows: readonly Row[]): string => rows.map((row) => JSON.stringify(item(row))).join('\r\n');

const mintaka = ({ question, mention, span }: Row) => ({ id: 'x', question, translations: { de: 'Wer?' }, questionEntity: [{ name: 1, entityType: 'ordinal', mention: 'first', span: [0, 1] }, { name: 'Q1', entityType: 'entity', label: 'l', mention, span }], answer: { answerType: 'boolean', answer: [true] }, complexityType: 'yesno' });
const webqsp = ({ question: RawQuestion, mention }: Row) => ({ QuestionId: 'w', RawQuestion, Parses: [{ TopicEntityMid: 'm.1', TopicEntityName: 'n', PotentialTopicEntityMention: mention, InferentialChain: ['a.b', 'c.d'], Answers: [] }] });
const WRITERS: readonly (readonly [name: string, path: string, write: (rows: readonly Row[]) => string])[] = [
  ['Mintaka', 'a.json', list(mintaka)],
  ['JSON Lines', 'mintaka.jsonl', lines(mintaka)],
  ['WebQSP', 'a.json', (rows) => JSON.stringify({ Version: '1', Questions: rows.map(webqsp) })],
  ['JSON Lines', 'webqsp.jsonl', lines(webqsp)],
  ['KQA Pro', 'a.json', list(({ question, mention }) => ({ question, program: [{ function: 'Find', dependencies: [], inputs: [mention] }], answer: 'yes' }))],
  ['GrailQA', 'a.json', list(({ question, mention }) => ({ qid: 1, question, s_expression: '(JOIN a.b m.1)', graph_query: { nodes: [{ node_type: 'entity', id: 'm.1', friendly_name: mention }] }, answer: [] }))],
  ['ComplexWebQuestions', 'a.json', list(({ question, mention }) => ({ ID: '1', question, machine_question: 'x', compositionality_type: 'c', sparql: '', topic_entity: { 'm.1': mention }, qid_topic_entity: { Q1: mention }, answer: 'a' }))],
  ['RoG JSON Lines', 'a.jsonl', lines(({ question, mention }) => ({ question, q_entity: [mention], answer: ['x'], ...EXTRA }))],
  ['JSON', 'a.json', list(({ question, span }) => ({ utterance: question, entities: [{ id: 'Q1', span }], ...EXTRA }))],
  ['JSON Lines', 'a.jsonl', lines(({ question, span: [start, end] }) => ({ question, entities: [{ id: 'Q1', start, end }] }))],
  ['JSON Lines', 'b.jsonl', lines(({ question, mention }) => ({ question, entities: [{ id: 'Q1', mention }] }))],
  ['JSON Lines', 'c.jsonl', lines(({ question, span }) => ({ question, qe: ['Q1'], spans: [['Q1', span], [1980, [0, 1]]] }))],
  ['MetaQA', 'a.txt', (rows) => rows.map(({ question, mention }) => `${question.replace(mention, `[${mention}]`)}\tA|B`).join('\r\n')],
  ['PathQuestion', 'a.txt', (rows) => rows.map(({ question, mention }) => `${question}\tA(A/)\t${mention}#r#A#<end>#A`).join('\n')],
];

describe.each(WRITERS)('gold spans of %s in %s', (format, path, write) => {
  it('stand on the characters of the document that spell the mention', () => {
    fc.assert(fc.property(fc.array(fc.tuple(AROUND, MENTION, AROUND), { minLength: 1, maxLength: 4 }), fc.boolean(), (parts, escaped) => {
      const rows = parts.map(([before, mention, after]): Row => {
        const front = before === '' ? '' : `${before} `;
        const from = Array.from(front).length;
        return { question: `${front}${mention}${after === '' ? '' : ` ${after}`}`, mention, span: [from, from + Array.from(mention).length] };
      });
      const plain = write(rows);
      const json = /\.jsonl?$/.test(path);
      const source = escaped && json ? plain.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`) : plain;
      const file = parseQuestions(path, source);
      expect([file.format, file.problems]).toEqual([format, []]);
      expect(file.questions.map(({ text }) => text)).toEqual(rows.map(({ question }) => question));
      for (const [k, question] of file.questions.entries()) {
        const spans = question.gold.map(({ span }) => span);
        expect(spans).toHaveLength(1);
        const found = inDocument(source, question, spans[0]!);
        expect(json ? JSON.parse(`"${found}"`) : found).toBe(rows[k]?.mention);
      }
    }), { numRuns: 40 });
  });
});
