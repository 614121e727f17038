import { z } from 'zod';
import type { Explanation, ScoredNode } from '../../server/src/protocol';

const node = z.object({ id: z.string(), label: z.string(), score: z.number() });
const path = z.object({
  mention: z.number(), attention: z.array(z.number()),
  relations: z.array(z.object({ id: z.string(), label: z.string(), inverse: z.boolean(), score: z.number() })),
  entities: z.array(node), entityCount: z.number(),
});

/** The part of an explanation that the figure shows: one question whose paths meet. Committed beside the figure, so that it can be checked against it. */
export const traceSchema = z.object({
  model: z.string(), question: z.string(), words: z.array(z.object({ start: z.number(), end: z.number(), text: z.string() })),
  mentions: z.array(z.object({ start: z.number(), end: z.number(), text: z.string(), score: z.number(), candidates: z.array(node), candidateCount: z.number() })),
  plan: z.record(z.string(), z.number()), paths: z.array(path),
  rows: z.array(node.extend({ scores: z.array(z.number()), minimum: z.number() })), rowCount: z.number(), answers: z.array(node), millis: z.number(),
});
export type FigureTrace = z.infer<typeof traceSchema>;

const round = (value: number): number => Math.round(value * 1e4) / 1e4;
const plain = ({ id, label, score }: ScoredNode): FigureTrace['answers'][number] => ({ id, label, score: round(score) });

/** Cuts an explanation down to what is drawn. @throws Error where its plan is no intersection: the figure shows one */
export function figureTrace(told: Explanation, model: string): FigureTrace {
  if (told.plan === null || told.intersection === null) throw new Error(`"${told.question}" was not answered by an intersection, which the figure shows. Give another question.`);
  return {
    model, question: told.question, words: told.words.map(({ start, end, text }) => ({ start, end, text })),
    mentions: told.mentions.map(({ start, end, text, score, candidates, candidateCount }) => ({ start, end, text, score: round(score), candidateCount, candidates: candidates.slice(0, 3).map(plain) })),
    plan: Object.fromEntries([...Object.entries(told.plan.scores), ['none', told.plan.none] as const].map(([name, score]) => [name, round(score)])),
    paths: told.paths.map(({ mention, hops }) => {
      const [hop] = hops;
      return {
        mention, attention: (hop?.attention ?? []).map(round),
        relations: (hop?.relations ?? []).slice(0, 4).map(({ id, label, inverse, score }) => ({ id, label, inverse, score: round(score) })),
        entities: (hop?.entities ?? []).slice(0, 5).map(plain), entityCount: hop?.entityCount ?? 0,
      };
    }),
    rows: told.intersection.rows.slice(0, 5).map((row) => ({ ...plain(row), scores: row.scores.map(round), minimum: round(row.minimum) })), rowCount: told.intersection.rowCount,
    answers: told.answers.slice(0, 3).map(plain), millis: Math.round(told.millis.total * 10) / 10,
  };
}
