import type { Explanation, ScoredNode } from '../protocol';

/** The line that `answer --json` prints (README: "Command line"). */
export function answerJson(told: Explanation): object {
  return {
    question: told.question,
    mentions: told.mentions.map(({ start, end, text, score, candidates }) => ({
      start, end, text, score: round(score), candidates: candidates.map(({ id, label, score: p }) => ({ id, label, score: round(p) })),
    })),
    plan: told.plan,
    paths: told.paths.map((path) => ({
      mention: path.mention,
      hops: path.hops.map((hop) => ({
        weight: round(hop.weight),
        relations: hop.relations.map(({ id, label, inverse, score }) => ({ id, label, inverse, score: round(score) })),
        entities: hop.entities.map(node),
      })),
    })),
    intersection: told.intersection === null ? null : { paths: told.intersection.paths, rows: told.intersection.rows.map((row) => ({ ...node(row), scores: row.scores.map(round), minimum: round(row.minimum) })) },
    operation: told.operation === null ? null : { ...told.operation, inputs: told.operation.inputs.map((input) => ({ ...node(input), read: input.read, kept: input.kept })) },
    answers: told.answers.map(node),
    millis: Math.round(told.millis.total * 100) / 100,
  };
}

/** Four decimals: more is noise. */
export const round = (value: number): number => Math.round(value * 1e4) / 1e4;

/** A node as it is printed: an entity by id and label, a literal by its value. */
export function node({ id, label, score, value }: ScoredNode): object {
  return value === undefined ? { id, label, score: round(score) } : { value, label, score: round(score) };
}
