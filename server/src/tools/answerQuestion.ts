import * as z from 'zod';
import { ask, CORRECTIONS, correctionsText } from './ask';
import { entitiesByWords, optionsOf } from './forces';
import { ANSWER_INPUT } from './inputs';
import { scoreText } from '../documents/questionEntry';
import { ENTITY, named, NODE, nodeOf, OPERATION, operationOf, rounded, startsOf } from './shapes';
import { makeTool } from './tool';

/** What an operation took in, told at most. */
const INPUTS = 5;

const OUTPUT = z.object({
  question: z.string(),
  answers: z.array(NODE).describe('Best first; empty where the graph holds no answer.'),
  answer_count: z.int().describe('Answers that there are; more than were returned where the limit cut them.'),
  not_in_graph: z.number().describe('Probability that the graph does not hold the answer.'),
  plan: z.string().nullable().describe('Shape of the reasoning that led to the answer.'),
  operation: OPERATION.nullable().describe('What was done with what the paths reached (counted, compared, checked); null where it is listed as it is.'),
  entities: z.array(ENTITY).describe('Entities from which the answer was reached.'),
  how: z.string().describe('One sentence: what was followed from where.'),
  graph: z.string(),
  corrections: CORRECTIONS,
});

/** `answer_question`: the answers of one question. */
export const answerQuestion = makeTool({
  name: 'answer_question',
  title: 'Answer a question from the knowledge graph',
  description: 'Answers one factual question in English from a knowledge graph (an extract of Wikidata unless another one is configured), offline, in milliseconds. '
    + 'It resolves the entities that the question names, follows up to three relations from them, intersects paths, and counts, compares or checks what they reach. Returns the answers with graph ids and scores '
    + '(an empty list where the graph holds no answer), the entities it started from, and a sentence of how the answer was found. '
    + 'Use it for questions about people, works, places, organisations, dates and numbers. When a name was taken for the wrong entity, give the right one in "entities".',
  input: ANSWER_INPUT,
  output: OUTPUT,
}, async (setting, { question, entities = [], plan, limit }, signal) => {
  const { graph } = setting.answerer;
  const options = optionsOf(graph, { entities: entitiesByWords(question, entities), ...(plan === undefined ? {} : { plan }) });
  const { told, corrections } = await ask(setting, question, options, signal);
  const answers = told.answers.slice(0, limit).map((answer) => nodeOf(answer, graph));
  return {
    structured: {
      question, answers, answer_count: told.answers.length, not_in_graph: rounded(told.plan?.none ?? 1), plan: told.plan?.name ?? null, operation: operationOf(told, INPUTS),
      entities: startsOf(told), how: told.summary, graph: graph.provenance.name, corrections,
    },
    text: (answers.length === 0 ? `No answer in the graph ${graph.provenance.name}. ${told.summary}`
      : `${answers.map((answer) => `${named(answer)}, score ${scoreText(answer.score)}`).join('; ')}${told.answers.length > limit ? `; ${String(told.answers.length - limit)} more` : ''}. ${told.summary}`) + correctionsText(corrections),
  };
});
