import type { AnswerOptions } from '../answering/answerer';
import type { KnowledgeGraph } from '../graph/knowledgeGraph';
import type { ForcedEntity, Forces, Span } from '../protocol';
import { ToolError } from './toolError';

/**
 * What is given instead of being left to the model, as the answerer takes it. An id that the graph lacks would be passed over in silence further down: here it is
 * an error.
 *
 * @throws ToolError naming the id and the remedy
 */
export function optionsOf(graph: KnowledgeGraph, { entities = [], relations = [], plan }: Forces): Pick<AnswerOptions, 'pins' | 'forcedRelations' | 'forcedPlan'> {
  for (const { id } of entities) {
    if (graph.nodeOf(id) === undefined) throw new ToolError(`${id} is no entity of the graph ${graph.provenance.name}. Take an id from link_entities, or leave it out and let the model choose.`);
  }
  for (const { id, hop } of relations) {
    if (graph.relationOf(id) === undefined) throw new ToolError(`${id} (hop ${String(hop)}) is no relation of the graph ${graph.provenance.name}. Take an id from explain_answer, or leave it out and let the model choose.`);
  }
  return { pins: entities, ...(relations.length === 0 ? {} : { forcedRelations: relations }), ...(plan === undefined ? {} : { forcedPlan: plan }) };
}

/** Entities given by the words that name them: their first place in the question. @throws ToolError where the words do not stand there */
export function entitiesByWords(question: string, given: readonly { readonly words: string; readonly id: string }[]): ForcedEntity[] {
  return given.map(({ words, id }) => {
    const start = question.indexOf(words);
    if (start < 0) throw new ToolError(`The words "${words}" (for ${id}) do not stand in the question. Copy them from it letter by letter: "${question}".`);
    return { start, end: start + words.length, id };
  });
}

/** What is given for now, over what the file and its corrections say: an entity given for some words takes the place of a pin of them. */
export function withForces(told: AnswerOptions, forced: AnswerOptions): AnswerOptions {
  const entities = forced.pins ?? [];
  const free = (span: Span): boolean => !entities.some((entity) => entity.start < span.end && span.start < entity.end);
  return {
    ...told, ...forced, pins: [...(told.pins ?? []).filter(free), ...entities],
    ...(told.noEntity === undefined ? {} : { noEntity: told.noEntity.filter(free) }), ...(told.mentions === undefined ? {} : { mentions: told.mentions.filter(free) }),
  };
}
