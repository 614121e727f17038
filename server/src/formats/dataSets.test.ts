import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParsedQuestion } from './format';
import { rangeInDocument } from './format';
import { parseQuestions } from './parseQuestions';

/** Any text that may stand in a question: emoji, quotes, backslashes, escapes, commas, accents. */
const WORDS = fc.array(fc.constantFrom('who', 'is', '"Ville d\'Orée"', '😀', 'a\\b', 'x,y', 'Łódź', '𝔘nion', 'c;d', "L'Aquila", 'naïve', 'tab|bar'), { minLength: 1, maxLength: 8 }).map((words) => `${words.join(' ')}?`);

/** How a data set writes a question, with the file's name; `entity` is its gold entity. */
interface Writer {
  readonly format: string;
  readonly path: string;
  readonly write: (questions: readonly string[]) => string;
  readonly entity?: string;
  readonly answers?: readonly string[];
}

const list = (item: (question: string, k: number) => unknown) => (questions: readonly string[]): string => JSON.stringify(questions.map(item), null, 1);
const under = (key: string, item: (question: string, k: number) => unknown) => (questions: readonly string[]): string => JSON.stringify({ version: 1, [key]: questions.map(item) });
const QUERY = 'SELECT ?x WHERE { wd:Q90 wdt:P17 ?x . ?x wdt:P31 wd:Q5 }';
const csv = (value: string): string => (/["\n,]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

const WRITERS: readonly Writer[] = [
  { format: 'QALD', path: 'qald.json', entity: 'Q90', answers: ['Q142', '3'], write: under('questions', (string, id) => ({
    id, question: [{ language: 'de', string: 'Wer?' }, { language: 'en', string }], query: { sparql: QUERY },
    answers: [{ head: { vars: ['x'] }, results: { bindings: [{ x: { type: 'uri', value: 'http://www.wikidata.org/entity/Q142' } }, { x: { type: 'literal', value: '3' } }] } }],
  })) },
  { format: 'LC-QuAD 2', path: 'lcquad2.json', entity: 'Q90', write: list((question, uid) => ({ NNQT_question: 'What is the {capital} of {x}?', uid, question, sparql_wikidata: QUERY })) },
  { format: 'LC-QuAD 2', path: 'lcquad2.json', entity: 'Q90', write: list((paraphrased_question, uid) => ({ NNQT_question: 'What?', uid, question: null, paraphrased_question, sparql_wikidata: QUERY })) },
  { format: 'LC-QuAD 1', path: 'lcquad.json', write: list((corrected_question, k) => ({ _id: String(k), corrected_question, sparql_query: 'SELECT ?x WHERE { <http://dbpedia.org/resource/New_York> <http://dbpedia.org/ontology/mayor> ?x }' })) },
  { format: 'WebQSP', path: 'webqsp.json', entity: 'm.012', answers: ['France'], write: under('Questions', (RawQuestion, k) => ({
    QuestionId: `WebQTest-${String(k)}`, RawQuestion, ProcessedQuestion: RawQuestion.toLowerCase(),
    Parses: [{ TopicEntityMid: 'm.012', TopicEntityName: 'Paris', PotentialTopicEntityMention: null, InferentialChain: null, Answers: [{ AnswerType: 'Entity', AnswerArgument: 'm.0f8', EntityName: 'France' }] }],
  })) },
  { format: 'ComplexWebQuestions', path: 'cwq.json', entity: 'm.03', answers: ['France'], write: list((question, k) => ({ ID: String(k), question, machine_question: 'x', compositionality_type: 'conjunction', sparql: 'PREFIX ns: <http://rdf.freebase.com/ns/>\nSELECT ?x WHERE { ns:m.03 ns:a.b ?x }', answers: [{ answer: 'France', answer_id: 'm.0f8', aliases: [] }] })) },
  { format: 'KQA Pro', path: 'kqapro.json', answers: ['true'], write: list((question) => ({ question, choices: ['yes', 'no'], program: [{ function: 'Find', dependencies: [], inputs: ['Paris'] }, { function: 'VerifyStr', dependencies: [0], inputs: [] }], answer: 'yes' })) },
  { format: 'RuBQ', path: 'rubq.json', entity: 'Q90', answers: ['Q142'], write: list((question_eng, uid) => ({ uid, question_text: 'Кто?', question_eng, question_uris: ['http://www.wikidata.org/entity/Q90'], answers: [{ type: 'uri', label: 'x', value: 'http://www.wikidata.org/entity/Q142' }], tags: ['1-hop'] })) },
  { format: 'GrailQA', path: 'grailqa.json', entity: 'm.07', answers: ['France'], write: list((question, qid) => ({ qid, question, level: 'i.i.d.', graph_query: { nodes: [{ nid: 0, node_type: 'entity', id: 'm.07', friendly_name: 'Paris' }] }, answer: [{ answer_type: 'Entity', answer_argument: 'm.0f8', entity_name: 'France' }] })) },
  { format: 'RoG JSON Lines', path: 'rog.jsonl', answers: ['France'], write: (questions) => questions.map((question) => JSON.stringify({ id: 'r', question, answer: ['France'], q_entity: ['Paris'], a_entity: ['France'], graph: [['Paris', 'in "quotes" ]', 'France']] })).join('\n') },
  { format: 'JSON', path: 'mine.json', entity: 'Q90', answers: ['Q142'], write: list((nl_question, id) => ({ id, nl_question, entities: [{ id: 'http://www.wikidata.org/entity/Q90', label: 'Paris' }], answers: ['Q142'] })) },
  { format: 'JSON', path: 'wwq.json', entity: 'Q90', write: list((utterance, id) => ({ id, utterance, sparql: QUERY })) },
  { format: 'JSON Lines', path: 'mine.jsonl', entity: 'Q90', answers: ['Q142'], write: (questions) => questions.map((question) => JSON.stringify({ question, entities: ['Q90'], answers: ['Q142'] })).join('\r\n') },
  { format: 'table (CSV, TSV)', path: 'mine.csv', entity: 'Q90', answers: ['Q142', '3'], write: (questions) => `id,question,entities,answers\r\n${questions.map((question, k) => [String(k), csv(question), 'Q90', 'Q142|3'].join(',')).join('\r\n')}` },
  { format: 'table (CSV, TSV)', path: 'mine.tsv', entity: 'Q90', write: (questions) => `question\tentities\n${questions.map((question) => `"${question.replaceAll('"', '""')}"\tQ90`).join('\n')}\n` },
];

/** The document's own characters at a span, decoded as its language writes them. */
function decoded(path: string, source: string, question: ParsedQuestion, start: number, end: number): string {
  const place = rangeInDocument(question.offsets, { start, end });
  const slice = source.slice(place.start, place.end);
  if (/\.(?:csv|tsv)$/.test(path)) return slice.replaceAll('""', '"');
  return JSON.parse(`"${slice}"`) as string;
}

describe.each(WRITERS)('$format as $path', ({ format, path, write, entity, answers }) => {
  it('finds every question, its gold, and the place of every piece of it', () => {
    fc.assert(fc.property(fc.array(WORDS, { minLength: 1, maxLength: 5 }), fc.boolean(), fc.nat(), fc.nat(), (texts, escaped, a, b) => {
      const plain = write(texts);
      // The same document with everything outside of ASCII escaped, as many tools write it.
      const source = escaped && /\.jsonl?$/.test(path) ? plain.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`) : plain;
      const file = parseQuestions(path, source);
      expect(file.format).toBe(format);
      expect(file.problems).toEqual([]);
      expect(file.questions.map(({ text }) => text)).toEqual(texts);
      for (const question of file.questions) {
        if (entity !== undefined) expect(question.gold.map(({ id }) => id)).toEqual([entity]);
        if (answers !== undefined) expect(question.goldAnswers).toEqual(answers);
        // Any span between whole characters.
        const ends = Array.from(question.text).reduce<number[]>((at, letter) => [...at, (at.at(-1) ?? 0) + letter.length], [0]);
        const [start = 0, end = 0] = [ends[a % ends.length] ?? 0, ends[b % ends.length] ?? 0].sort((x, y) => x - y);
        if (start < end) expect(decoded(path, source, question, start, end)).toBe(question.text.slice(start, end));
      }
    }), { numRuns: 40 });
  });
});

describe('what the files say of their entities', () => {
  const first = (path: string, text: string): ParsedQuestion | undefined => parseQuestions(path, text).questions[0];

  it('places a mention that is given by its words', () => {
    const question = first('w.json', JSON.stringify({ Questions: [{ RawQuestion: 'Is paris in Parisot or Paris?', Parses: [{ TopicEntityMid: 'm.1', TopicEntityName: 'Paris', PotentialTopicEntityMention: 'Paris', Answers: [] }] }] }));
    expect(question?.gold).toEqual([{ id: 'm.1', label: 'Paris', span: { start: 3, end: 8 } }]);
  });

  it('names entities of DBpedia by their titles', () => {
    const [writer] = WRITERS.filter(({ format }) => format === 'LC-QuAD 1');
    expect(first('lcquad.json', writer?.write(['Who?']) ?? '')?.gold).toEqual([{ id: 'New_York', label: 'New York', span: null }]);
  });

  it('takes the template where LC-QuAD 2 gives no question, without its braces', () => {
    const source = JSON.stringify([{ NNQT_question: 'What is the {capital} of {Côte}?', uid: 1, question: null, paraphrased_question: null, sparql_wikidata: QUERY }]);
    const question = first('l.json', source);
    expect(question?.text).toBe('What is the capital of Côte?');
    expect(question === undefined ? '' : decoded('l.json', source, question, 23, 27)).toBe('Côte');
  });

  it('reads a query with its question in the leading comment', () => {
    const source = '#\n# Which river is longer?  \nSELECT ?x WHERE { wd:Q1653 wdt:P403 ?x }\n';
    const question = first('a.rq', source);
    expect(question).toMatchObject({ text: 'Which river is longer?', gold: [{ id: 'Q1653' }], goldAnswers: null });
    expect(source.slice(question?.range.start, question?.range.end)).toBe('Which river is longer?');
    expect(parseQuestions('b.sparql', 'SELECT ?x WHERE { }').problems[0]?.message).toContain('comment');
  });

  it('takes the ids out of a query that no parser reads', () => {
    expect(first('w.json', JSON.stringify([{ utterance: 'Who?', sparql: 'SELECT WHERE { wd:Q64 wdt:P6 ' }]))?.gold.map(({ id }) => id)).toEqual(['Q64']);
  });

  it('says which row of a table it cannot read', () => {
    const { questions, problems } = parseQuestions('a.csv', 'id,question\n1,Who?\n2,\n3,Where?');
    expect(questions.map(({ text }) => text)).toEqual(['Who?', 'Where?']);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain('"question"');
  });

  it('reads a line with a graph of many edges at once', () => {
    const graph = Array.from({ length: 100_000 }, (_, k) => [`e${String(k)}`, 'r', 'x']);
    const source = JSON.stringify({ graph, question: 'Who?', q_entity: ['Paris'], answer: ['France'] });
    expect(first('g.jsonl', source)).toMatchObject({ text: 'Who?', gold: [{ label: 'Paris' }] });
  });
});

it('MetaQA says its hops by the name of the file', () => {
  expect(parseQuestions('vanilla/qa_2-hop_dev.txt', 'films by the director of [Alien]\tHeat').questions[0]?.complexity).toBe('2 hops');
  expect(parseQuestions('other.txt', 'films by [Scott]\tHeat').questions[0]?.complexity).toBe('');
});
