import * as z from 'zod';

/** The longest question that is taken, in UTF-16 units; the model reads 128 tokens. */
const LONGEST = 2000;

const question = z.string({ error: 'Give the question as a text, for example "Who directed Forrest Gump?".' })
  .refine((text) => text.trim() !== '', { error: 'The question is empty. Give one in English, for example "Who directed Forrest Gump?".' })
  .max(LONGEST, { error: `The question is longer than ${String(LONGEST)} characters. Ask one question at a time.` });

const entities = z.array(z.object({
  words: z.string().min(1).describe('Words of the question, copied letter by letter.'),
  id: z.string().min(1).describe('The id of the entity that these words mean, for example Q2263.'),
})).max(20).optional().describe('Entities that are known already. Left out: the model finds and resolves them.');

const plan = z.enum(['one-hop', 'two-hop', 'three-hop', 'intersection'], { error: 'plan is one of one-hop, two-hop, three-hop, intersection. Leave it out to let the model choose.' })
  .optional().describe('Shape of the reasoning. Left out: the model chooses.');

const relations = z.array(z.object({
  hop: z.int().min(1).max(3).describe('Which hop, counted from 1.'),
  id: z.string().min(1).describe('The id of the relation, for example P57.'),
  inverse: z.boolean().default(false).describe('Followed from object to subject.'),
})).max(3).optional().describe('Relations to follow at given hops: "what if". Left out: the model chooses.');

export const ANSWER_INPUT = z.object({
  question: question.describe('One factual question in English, in full.'),
  entities,
  plan,
  limit: z.int().min(1).max(50).default(10).describe('Most answers to return.'),
});

export const LINK_INPUT = z.object({
  question: question.describe('The question, or another short text in English.'),
  candidates: z.int().min(1).max(12).default(3).describe('Most candidates to return for each span.'),
  minimum_score: z.number().min(0).max(1).default(0.2).describe('Spans are left out below this probability that an answer starts there.'),
});

export const EXPLAIN_INPUT = z.object({
  question: question.describe('One factual question in English, in full.'),
  answer: z.string().min(1).optional().describe('Id or label of the answer whose proof is wanted. Left out: the best one.'),
  entities,
  relations,
  plan,
});
