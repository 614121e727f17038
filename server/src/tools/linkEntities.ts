import * as z from 'zod';
import { scoreText } from '../documents/questionEntry';
import type { Mention } from '../protocol';
import { ask, CORRECTIONS, correctionsText } from './ask';
import { LINK_INPUT } from './inputs';
import { rounded } from './shapes';
import { makeTool } from './tool';

const OUTPUT = z.object({
  question: z.string(),
  spans: z.array(z.object({
    words: z.string(), start: z.int().describe('UTF-16 offset in the question.'), end: z.int(),
    score: z.number().describe('Probability that an answer starts here.'),
    candidates: z.array(z.object({ id: z.string(), label: z.string(), description: z.string(), types: z.array(z.string()), score: z.number() })).describe('Best first.'),
    candidate_count: z.int(),
  })).describe('In the order of the question. Spans may overlap.'),
  graph: z.string(),
  corrections: CORRECTIONS,
});

/** `link_entities`: the spans of a question that name an entity, with their candidates. */
export const linkEntities = makeTool({
  name: 'link_entities',
  title: 'Link the entities of a question',
  description: 'Finds the spans of a question that name entities of a knowledge graph (an extract of Wikidata unless another one is configured) and resolves each to graph ids: '
    + 'for each span its place, and the candidates with id, label, description, types and score, best first. '
    + 'Use it to look up an id, to see how a name may be read, or to choose entities for answer_question.',
  input: LINK_INPUT,
  output: OUTPUT,
}, async (setting, { question, candidates, minimum_score }, signal) => {
  const { graph } = setting.answerer;
  const { told: { mentions }, corrections } = await ask(setting, question, {}, signal);
  const spans = mentions.filter((mention) => mention.score >= minimum_score && mention.candidates.length > 0).map((mention) => spanOf(mention, candidates)).sort((a, b) => a.start - b.start || b.end - a.end);
  return {
    structured: { question, spans, graph: graph.provenance.name, corrections },
    text: (spans.length === 0 ? `No words of this question name an entity of the graph ${graph.provenance.name} (at ${String(minimum_score)} or above).`
      : spans.map(({ words, candidates: [best, ...others] }) => `"${words}" is ${best === undefined ? 'nothing' : `${best.label} (${best.id}${best.description === '' ? '' : `, ${best.description}`}), score ${scoreText(best.score)}`}${others.length === 0 ? '' : `; or ${others.map((other) => `${other.label} (${other.id}, ${scoreText(other.score)})`).join(', ')}`}.`).join('\n')) + correctionsText(corrections),
  };
});

function spanOf({ text, start, end, score, candidates, candidateCount }: Mention, most: number): z.output<typeof OUTPUT>['spans'][number] {
  return {
    words: text, start, end, score: rounded(score), candidate_count: candidateCount,
    candidates: candidates.slice(0, most).map((candidate) => ({ id: candidate.id, label: candidate.label, description: candidate.description, types: [...candidate.types], score: rounded(candidate.score) })),
  };
}
