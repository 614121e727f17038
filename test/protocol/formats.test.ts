import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DocumentDiagnosticRequest } from 'vscode-languageserver/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DocumentQuestions, type DocumentQuestionsResult } from '../../server/src/protocol';
import { ALL, ROOT, TestClient } from './testClient';

const ASSETS = process.env['HOPLENS_TEST_ASSETS'] ?? join(ROOT, 'media');
const there = existsSync(join(ASSETS, 'graph', 'wikidata.hlpack')) && existsSync(join(ASSETS, 'model', 'model.json'));

/** Emoji, quotes and accents before the mention shift every offset that is counted wrongly. */
const QUESTION = '😀 "Où"\\ where was Marie Curie born, 𝔘?';
const QUERY = 'SELECT ?x WHERE { wd:Q7186 wdt:P19 ?x }';
const IRI = 'http://www.wikidata.org/entity/';
const escaped = (value: unknown): string => JSON.stringify(value, null, 1).replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Each format with a right gold entity; `unknown`: its ids are no ids of this graph. */
const FILES: readonly { readonly format: string; readonly name: string; readonly language: string; readonly text: string; readonly unknown?: boolean }[] = [
  { format: 'plain text', name: 'a.questions', language: 'hoplens-questions', text: `# one\r\n${QUESTION} => Q270` },
  { format: 'Markdown list', name: 'a.md', language: 'markdown', text: `# Title\n\n1. ${QUESTION}\n` },
  { format: 'MetaQA', name: 'a.txt', language: 'plaintext', text: `${QUESTION.replace('Marie Curie', '[Marie Curie]')}\tWarsaw\r\n` },
  { format: 'PathQuestion', name: 'b.txt', language: 'plaintext', text: `${QUESTION}\tWarsaw\tMarie Curie#place of birth#Warsaw#<end>#Warsaw` },
  { format: 'SimpleQuestions', name: 'c.txt', language: 'plaintext', text: `Q7186\tP19\tQ270\t${QUESTION}` },
  { format: 'Mintaka', name: 'a.json', language: 'json', text: escaped([{ id: 'a', question: QUESTION, questionEntity: [{ name: 'Q7186', entityType: 'entity', label: 'Marie Curie', mention: 'Marie Curie', span: [18, 29] }], answer: { answerType: 'entity', answer: [{ name: 'Q270', label: 'Warsaw' }] }, complexityType: 'generic' }]) },
  { format: 'QALD', name: 'b.json', language: 'json', text: escaped({ questions: [{ id: 1, question: [{ language: 'de', string: 'Wo?' }, { language: 'en', string: QUESTION }], query: { sparql: QUERY }, answers: [{ head: { vars: ['x'] }, results: { bindings: [{ x: { type: 'uri', value: `${IRI}Q270` } }] } }] }] }) },
  { format: 'LC-QuAD 2', name: 'c.json', language: 'json', text: escaped([{ NNQT_question: 'x', uid: 1, question: null, paraphrased_question: QUESTION, sparql_wikidata: QUERY }]) },
  { format: 'LC-QuAD 1', name: 'd.json', language: 'json', text: escaped([{ _id: '1', corrected_question: QUESTION, sparql_query: 'SELECT ?x WHERE { <http://dbpedia.org/resource/Marie_Curie> <http://dbpedia.org/ontology/birthPlace> ?x }' }]) },
  { format: 'WebQSP', name: 'e.json', language: 'json', unknown: true, text: escaped({ Questions: [{ QuestionId: 'w', RawQuestion: QUESTION, Parses: [{ TopicEntityMid: 'm.053_d', TopicEntityName: 'Marie Curie', PotentialTopicEntityMention: 'marie curie', InferentialChain: ['people.person.place_of_birth'], Answers: [{ AnswerType: 'Entity', AnswerArgument: 'm.081m_', EntityName: 'Warsaw' }] }] }] }) },
  { format: 'ComplexWebQuestions', name: 'f.json', language: 'json', unknown: true, text: escaped([{ ID: 'c', question: QUESTION, machine_question: 'x', compositionality_type: 'composition', sparql: 'PREFIX ns: <http://rdf.freebase.com/ns/> SELECT ?x WHERE { ns:m.053_d ns:people.person.place_of_birth ?x }', answers: [{ answer: 'Warsaw', answer_id: 'm.081m_', aliases: [] }] }]) },
  { format: 'KQA Pro', name: 'g.json', language: 'json', text: escaped([{ question: QUESTION, program: [{ function: 'Find', dependencies: [], inputs: ['Marie Curie'] }, { function: 'Relate', dependencies: [0], inputs: ['place of birth', 'forward'] }], choices: [], answer: 'Warsaw' }]) },
  { format: 'RuBQ', name: 'h.json', language: 'json', text: escaped([{ uid: 1, question_text: 'Где?', question_eng: QUESTION, question_uris: [`${IRI}Q7186`], answers: [{ type: 'uri', label: 'x', value: `${IRI}Q270` }], tags: ['1-hop'] }]) },
  { format: 'GrailQA', name: 'i.json', language: 'json', unknown: true, text: escaped([{ qid: 1, question: QUESTION, level: 'i.i.d.', s_expression: '(JOIN a m.053_d)', graph_query: { nodes: [{ node_type: 'entity', id: 'm.053_d', friendly_name: 'Marie Curie' }] }, answer: [{ answer_argument: 'm.081m_', entity_name: 'Warsaw' }] }]) },
  { format: 'RoG JSON Lines', name: 'a.jsonl', language: 'jsonl', text: JSON.stringify({ id: 'r', question: QUESTION, q_entity: ['Marie Curie'], a_entity: ['Warsaw'], answer: ['Warsaw'], graph: [['Marie Curie', 'born in', 'Warsaw']] }) },
  { format: 'JSON', name: 'j.json', language: 'json', text: escaped([{ utterance: QUESTION, sparql: QUERY }]) },
  { format: 'JSON Lines', name: 'b.jsonl', language: 'jsonl', text: JSON.stringify({ question: QUESTION, entities: ['Q7186'], answers: ['Q270'] }) },
  { format: 'table (CSV, TSV)', name: 'a.csv', language: 'csv', text: `id,question,entities,answers\r\n1,${quoted(QUESTION)},Q7186,Q270\r\n` },
  { format: 'table (CSV, TSV)', name: 'a.tsv', language: 'tsv', text: `question\tsparql\n${quoted(QUESTION)}\t${QUERY}` },
  { format: 'SPARQL', name: 'a.rq', language: 'sparql', text: `# ${QUESTION}\r\n${QUERY}\n` },
];

describe.skipIf(!there)('a file of every format', () => {
  let client: TestClient;
  const ask = (uri: string) => client.connection.sendRequest<DocumentQuestionsResult>(DocumentQuestions, { uri, wanted: ALL });

  beforeAll(async () => {
    execFileSync(process.execPath, ['esbuild.config.mjs'], { cwd: ROOT });
    client = await TestClient.start(ASSETS, { annotateOtherLanguages: true });
    expect(await client.loaded()).toMatchObject({ state: 'ready' });
  });
  afterAll(async () => {
    expect(await client.stop()).toBe(0);
  });

  it.each(FILES)('$format ($name) is annotated on the right characters, and its gold entity is known or said to be unknown', async ({ format, name, language, text, unknown }) => {
    const uri = `file:///${name}`;
    await client.open(uri, text, language);
    await client.until(async () => {
      const { questions } = await ask(uri);
      return questions.length > 0 && questions.every(({ state }) => state !== 'waiting');
    });
    const told = await ask(uri);
    await client.until(() => client.annotations.some((one) => one.uri === uri));
    expect(client.annotations.findLast((one) => one.uri === uri)?.format).toBe(format);
    expect(told.questions).toHaveLength(1);
    const curie = told.questions[0]?.mentions.find(({ id }) => id === 'Q7186');
    expect(text.slice(curie?.range.start, curie?.range.end)).toBe('Marie Curie');
    const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    const codes = report.kind === 'full' ? report.items.map(({ code }) => code) : [];
    if (unknown === true) expect(codes).toContain('entity-not-in-graph');
    else for (const code of ['format', 'failed', 'entity-not-in-graph', 'mention-missed', 'span-wrong', 'not-a-candidate', 'ranked-too-low']) expect(codes).not.toContain(code);
  });
});
