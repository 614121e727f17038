import { queryOf } from './lines';
import type { Planted } from './questions';

const IRI = 'http://www.wikidata.org/entity/';
const HEAD = 2;
/** As Python's `json.dump` writes it: no letter outside ASCII. */
const document = (value: unknown): string => JSON.stringify(value, null, HEAD).replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
const lines = (all: readonly unknown[]): string => all.map((one) => `${JSON.stringify(one)}\n`).join('');
const spanOf = ({ question, words }: Planted): [number, number] => [question.indexOf(words), question.indexOf(words) + words.length];
const ids = ({ answers, truth }: Planted): (string | boolean)[] => (truth === undefined ? answers.map(({ id }) => id) : [truth]);
const titles = ({ answers }: Planted): string[] => answers.map(({ title }) => title);

export const mintaka = (all: readonly Planted[]): string => document(all.map((one) => ({
  id: one.cause, question: one.question, translations: { de: '…' },
  questionEntity: [{ name: one.entity.id, entityType: 'entity', label: one.entity.title, mention: one.words, span: spanOf(one) }],
  answer: { answerType: one.truth === undefined ? 'entity' : 'boolean', answer: one.truth === undefined ? one.answers.map(({ id, title }) => ({ name: id, label: { en: title } })) : [one.truth], mention: '' },
  category: 'planted', complexityType: 'generic',
})));

export const qald = (all: readonly Planted[]): string => document({
  dataset: { id: 'planted' },
  questions: all.map((one, k) => ({
    id: String(k), question: [{ language: 'de', string: 'Wer oder was?' }, { language: 'en', string: one.question }], query: { sparql: queryOf(one) },
    answers: [one.truth === undefined ? { head: { vars: ['x'] }, results: { bindings: one.answers.map(({ id }) => ({ x: { type: 'uri', value: `${IRI}${id}` } })) } } : { head: {}, boolean: one.truth }],
  })),
});

export const lcquad2 = (all: readonly Planted[]): string => document(all.map((one, k) => ({
  uid: k, NNQT_question: `What is the {${one.relation.label}} of {${one.entity.title}}`, question: k % 2 === 0 ? one.question : null, paraphrased_question: k % 2 === 0 ? [] : one.question, subgraph: 'simple question right',
  sparql_wikidata: queryOf(one), sparql_dbpedia18: '',
})));

export const lcquad1 = (all: readonly Planted[]): string => document(all.map((one, k) => ({
  _id: String(k), corrected_question: one.question, intermediary_question: `What is the <${one.relation.label}> of ${one.entity.title}?`, sparql_template_id: 2,
  sparql_query: ` SELECT DISTINCT ?uri WHERE { <http://dbpedia.org/resource/${encodeURIComponent(one.entity.title.replaceAll(' ', '_'))}> <http://dbpedia.org/ontology/${one.relation.label.replaceAll(' ', '_')}> ?uri } `,
})));

/** With Wikidata's ids where the first edition has Freebase's. */
export const webqsp = (all: readonly Planted[]): string => document({
  Version: '1.0',
  Questions: all.map((one) => ({
    QuestionId: `Planted-${one.cause}`, RawQuestion: one.question, ProcessedQuestion: one.question.toLowerCase().replace('?', ''),
    Parses: [{
      ParseId: `Planted-${one.cause}.P0`, TopicEntityMid: one.entity.id, TopicEntityName: one.entity.title, PotentialTopicEntityMention: one.words.toLowerCase(), InferentialChain: [one.relation.id],
      Constraints: [], Answers: one.answers.map(({ id, title }) => ({ AnswerType: 'Entity', AnswerArgument: id, EntityName: title })),
    }],
  })),
});

/** With the topic entities by Wikidata's ids, as some releases have them. */
export const complexWebQuestions = (all: readonly Planted[]): string => document(all.map((one) => ({
  ID: `planted-${one.cause}`, question: one.question, machine_question: one.question.toLowerCase(), compositionality_type: 'composition', webqsp_question: '', sparql: '',
  qid_topic_entity: { [one.entity.id]: one.entity.title }, answers: one.answers.map(({ id, title }) => ({ answer_id: id, answer: title, aliases: [] })),
})));

export const kqaPro = (all: readonly Planted[]): string => document(all.map((one) => ({
  question: one.question, choices: [], sparql: '',
  program: [{ function: 'Find', dependencies: [], inputs: [one.entity.title] }, { function: 'Relate', dependencies: [0], inputs: [one.relation.label, one.relation.inverse === true ? 'backward' : 'forward'] }, { function: 'What', dependencies: [1], inputs: [] }],
  answer: one.truth === undefined ? titles(one)[0] : one.truth ? 'yes' : 'no',
})));

export const rubq = (all: readonly Planted[]): string => document(all.map((one, k) => ({
  uid: k, question_text: 'Что?', question_eng: one.question, question_uris: [`${IRI}${one.entity.id}`], question_props: [`wdt:${one.relation.id}`], query: queryOf(one), tags: ['1-hop'],
  answers: one.answers.map(({ id, title }) => ({ type: 'uri', label: title, value: `${IRI}${id}` })),
})));

/** With Wikidata's ids where the first edition has Freebase's. */
export const grailqa = (all: readonly Planted[]): string => document(all.map((one, k) => ({
  qid: k, question: one.question, level: 'zero-shot', s_expression: `(JOIN ${one.relation.id} ${one.entity.id})`,
  graph_query: { nodes: [{ nid: 0, node_type: 'class', id: 'x', friendly_name: 'thing', question_node: 1 }, { nid: 1, node_type: 'entity', id: one.entity.id, friendly_name: one.entity.title, question_node: 0 }], edges: [{ start: 0, end: 1, relation: one.relation.id }] },
  answer: one.answers.map(({ id, title }) => ({ answer_type: 'Entity', answer_argument: id, entity_name: title })),
})));

export const rog = (all: readonly Planted[]): string => lines(all.map((one) => ({
  id: one.cause, answer: titles(one), question: one.question, q_entity: [one.entity.title], a_entity: titles(one), graph: titles(one).map((title) => [one.entity.title, one.relation.label, title]), choices: [],
})));

export const json = (all: readonly Planted[]): string => document(all.map((one) => ({
  id: one.cause, question: one.question, entities: [{ id: one.entity.id, label: one.entity.title, span: spanOf(one) }], answers: ids(one),
})));

export const jsonLines = (all: readonly Planted[]): string => lines(all.map((one) => ({
  uid: one.cause, utterance: one.question, entities: [{ id: one.entity.id, mention: one.words }], answers: ids(one),
})));
