import * as z from 'zod';
import { chainText } from '../answering/summary';
import { scoreText } from '../documents/questionEntry';
import type { Answer, Explanation, Hop, Path } from '../protocol';
import { ask, CORRECTIONS, correctionsText } from './ask';
import { entitiesByWords, optionsOf } from './forces';
import { EXPLAIN_INPUT } from './inputs';
import { ENTITY, named, NODE, nodeOf, OPERATION, operationOf, rounded, startsOf } from './shapes';
import { makeTool } from './tool';
import { ToolError } from './toolError';

/** Relations and entities of a hop (and of an operation), rows of an intersection and other answers that are told. */
const RELATIONS = 5;
const ENTITIES = 10;
const ROWS = 10;
const OTHERS = 10;
/** What scores less says nothing. */
const LEAST = 0.001;

const RELATION = z.object({ id: z.string(), label: z.string(), inverse: z.boolean().describe('Followed from object to subject.'), score: z.number() });
const EDGE = z.object({ subject: NODE, relation: z.object({ id: z.string(), label: z.string() }), object: NODE });

const OUTPUT = z.object({
  question: z.string(),
  answer: NODE.nullable(),
  proofs: z.array(z.array(EDGE)).describe('Edges of the graph that lead from each entity to the answer.'),
  other_answers: z.array(NODE),
  not_in_graph: z.number().describe('Probability that the graph does not hold the answer.'),
  plan: z.string().nullable(),
  plan_scores: z.record(z.string(), z.number()),
  paths: z.array(z.object({
    start: ENTITY.nullable(),
    hops: z.array(z.object({ relations: z.array(RELATION), relation_count: z.int(), reached: z.array(NODE), reached_count: z.int(), truncated: z.boolean() })),
  })),
  intersection: z.array(z.object({ id: z.string(), label: z.string(), scores: z.array(z.number()).describe('In the order of paths.'), minimum: z.number() })).nullable(),
  operation: OPERATION.nullable().describe('What was done with what the paths reached; null where it is listed as it is.'),
  how: z.string(),
  graph: z.string(),
  corrections: CORRECTIONS,
});

/** `explain_answer`: what led to an answer, hop by hop, with the edges that prove it. */
export const explainAnswer = makeTool({
  name: 'explain_answer',
  title: 'Explain an answer',
  description: 'Answers one factual question from the knowledge graph and shows why: the plan with its probabilities, for each path the entity it starts from and for each hop the '
    + 'relations and the entities reached with scores, where the paths meet, and the edges (subject, relation, object) that prove the answer. Use it to check or cite an answer, or to find '
    + 'out why it is wrong; then try "what if" by giving entities, relations or the plan.',
  input: EXPLAIN_INPUT,
  output: OUTPUT,
}, async (setting, { question, answer, entities = [], relations = [], plan }, signal) => {
  const { graph } = setting.answerer;
  const options = optionsOf(graph, { entities: entitiesByWords(question, entities), relations, ...(plan === undefined ? {} : { plan }) });
  const { told, corrections } = await ask(setting, question, options, signal);
  const chosen = answer === undefined ? told.answers[0] : wanted(told, answer);
  const starts = startsOf(told);
  return {
    structured: {
      question, answer: chosen === undefined ? null : nodeOf(chosen, graph), proofs: chosen === undefined ? [] : proofsOf(chosen),
      other_answers: told.answers.filter((other) => other !== chosen).slice(0, OTHERS).map((other) => nodeOf(other)),
      not_in_graph: rounded(told.plan?.none ?? 1), plan: told.plan?.name ?? null,
      plan_scores: Object.fromEntries(Object.entries(told.plan?.scores ?? {}).map(([name, score]) => [name, rounded(score)])),
      paths: told.paths.map((path, k) => ({ start: starts[k] ?? null, hops: path.hops.map(hopOf) })),
      intersection: told.intersection?.rows.slice(0, ROWS).map((row) => ({ id: row.id, label: row.label, scores: row.scores.map(rounded), minimum: rounded(row.minimum) })) ?? null,
      operation: operationOf(told, ENTITIES), how: told.summary, graph: graph.provenance.name, corrections,
    },
    text: textOf(told, chosen) + correctionsText(corrections),
  };
});

function wanted({ answers }: Explanation, answer: string): Answer {
  const found = answers.find(({ id, label, value }) => [id, label, value].includes(answer)) ?? answers.find(({ label }) => label.toLowerCase() === answer.toLowerCase());
  if (found === undefined) throw new ToolError(`"${answer}" is not among the answers. ${answers.length === 0 ? 'There is none: leave "answer" out to see what was tried.' : `They are: ${answers.slice(0, OTHERS).map(named).join(', ')}.`}`);
  return found;
}

const proofsOf = ({ proofs }: Answer): z.output<typeof OUTPUT>['proofs'] => proofs.map((proof) => proof.map(({ subject, relation, object }) => ({
  subject: nodeOf(subject), relation: { id: relation.id, label: relation.label }, object: nodeOf(object),
})));

function hopOf(hop: Hop): z.output<typeof OUTPUT>['paths'][number]['hops'][number] {
  return {
    relations: hop.relations.filter(({ score }, k) => k === 0 || score >= LEAST).slice(0, RELATIONS).map(({ id, label, inverse, score }) => ({ id, label, inverse, score: rounded(score) })), relation_count: hop.relationCount,
    reached: hop.entities.slice(0, ENTITIES).map((entity) => nodeOf(entity)), reached_count: hop.entityCount, truncated: hop.truncated,
  };
}

function textOf(told: Explanation, chosen: Answer | undefined): string {
  const head = chosen === undefined ? 'No answer in the graph.' : `${named(chosen)}, score ${scoreText(chosen.score)}.`;
  const proofs = (chosen?.proofs ?? []).flatMap((proof, k) => {
    const start = told.mentions[told.paths[k]?.mention ?? -1]?.candidates[0]?.label;
    return proof.length === 0 ? [] : [`Proof: ${chainText(proof, start ?? proof[0]?.subject.label ?? '')}`];
  });
  return [head, told.summary, ...told.paths.map((path) => pathText(told, path)), ...proofs].join('\n');
}

function pathText({ mentions }: Explanation, { mention, hops }: Path): string {
  const best = mentions[mention]?.candidates[0];
  const steps = hops.map(({ relations: [first, second], entityCount, truncated }) => `${first === undefined ? 'nothing' : `${first.label} (${first.id}${first.inverse ? ' backwards' : ''}, ${scoreText(first.score)}${second === undefined || second.score < LEAST ? '' : `; next ${second.label}, ${scoreText(second.score)}`})`} to ${truncated ? 'over ' : ''}${String(entityCount)}`);
  return `Path: ${best === undefined ? '' : named(best)} → ${steps.join(' → ')}`;
}
