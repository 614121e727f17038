import * as z from 'zod';
import type { KnowledgeGraph } from '../graph/knowledgeGraph';
import type { Explanation, ScoredNode } from '../protocol';

/** A probability with four places: more say nothing, and cost a language model tokens. */
export const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

/** An entity or a value with its score. */
export const NODE = z.object({
  id: z.string().describe('Id in the graph; empty for a value (a date, a number, a text).'),
  label: z.string(),
  score: z.number(),
  value: z.string().optional().describe("For a value: in the graph's own notation."),
  page: z.string().optional().describe('Address of its page.'),
});

/** A node as the tools return it; with the address of its page where `graph` is given and has one. */
export function nodeOf({ id, label, score, value }: ScoredNode, graph?: KnowledgeGraph): z.infer<typeof NODE> {
  const pattern = graph?.provenance.pageUrl ?? '';
  return {
    id, label, score: rounded(score), ...(value === undefined ? {} : { value }),
    ...(id === '' || pattern === '' ? {} : { page: pattern.replace('{id}', encodeURIComponent(id)) }),
  };
}

/** A span of the question with the entity that it means. */
export const ENTITY = z.object({
  words: z.string(), start: z.int().describe('UTF-16 offset in the question.'), end: z.int(),
  id: z.string(), label: z.string(), description: z.string(), score: z.number(),
});

/** The entities that the answer's paths start from, in the order of the paths. */
export function startsOf({ paths, mentions }: Explanation): z.infer<typeof ENTITY>[] {
  return paths.flatMap(({ mention }) => {
    const found = mentions[mention];
    const best = found?.candidates[0];
    return found === undefined || best === undefined ? [] : [{ words: found.text, start: found.start, end: found.end, id: best.id, label: best.label, description: best.description, score: rounded(best.score) }];
  });
}

/** What was done with what the paths reached, with the likeliest of what it took in. */
export const OPERATION = z.object({
  name: z.string().describe('count, maximum, minimum, greater, lesser, difference, check, …'),
  score: z.number().describe('Probability of this operation.'),
  attribute: z.object({ id: z.string(), label: z.string(), score: z.number() }).nullable().describe('The attribute that is compared.'),
  ordinal: z.int().describe('Which one is asked for, from 1.'),
  year: z.int().nullable(),
  inputs: z.array(z.object({ id: z.string(), label: z.string(), read: z.string().describe('Its value, as a person reads it.'), kept: z.boolean().describe('The operation kept it.') })),
  input_count: z.int(),
});

/** The operation as the tools return it; `most` inputs. Null where what was reached is listed as it is. */
export function operationOf({ operation }: Explanation, most: number): z.infer<typeof OPERATION> | null {
  if (operation === null) return null;
  const { name, scores, attribute, ordinal, year, inputs, inputCount } = operation;
  return {
    name, score: rounded(scores[name]), attribute: attribute === null ? null : { ...attribute, score: rounded(attribute.score) }, ordinal, year,
    inputs: inputs.slice(0, most).map(({ id, label, read, kept }) => ({ id, label, read, kept })), input_count: inputCount,
  };
}

/** "Padmé Amidala (Q51789)": an entity with its id, a value without. */
export const named = ({ id, label }: Pick<ScoredNode, 'id' | 'label'>): string => (id === '' ? label : `${label} (${id})`);
