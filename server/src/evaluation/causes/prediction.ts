import type { Explanation, ProofEdge, RelationStep } from '../../protocol';
import type { PredictedArm, Prediction } from './judged';

/** What our own explanation predicts, in the plain form that is diagnosed. */
export function predictionOf(told: Explanation): Prediction {
  return {
    mentions: told.mentions.map(({ start, end, score, candidates }) => ({ span: { start, end }, score, candidates })),
    leading: told.paths.map(({ mention }) => mention),
    plan: told.plan?.name ?? null,
    arms: told.paths.map((path, k): PredictedArm => {
      const id = told.mentions[path.mention]?.candidates[0]?.id ?? '';
      // The leading answer's own edges; where there is no answer, the likeliest relation of each hop.
      const proof = told.answers[0]?.proofs[k];
      const relations = proof === undefined ? path.hops.flatMap(({ relations: [first] }) => (first === undefined ? [] : [{ id: first.id, label: first.label, inverse: first.inverse }])) : stepsOf(id, proof);
      return { id, relations };
    }),
    answers: told.answers,
    operation: told.operation?.name ?? null,
  };
}

/** An entity with what another system linked it to, and its answers, best first. */
export interface OtherPrediction {
  readonly entities: readonly { readonly id: string; readonly label?: string; readonly span?: { readonly start: number; readonly end: number } | null; readonly score?: number; readonly candidates?: readonly { readonly id: string; readonly score?: number }[] }[];
  /** Ids, literal values or labels; null: it does not answer, it only links. */
  readonly answers: readonly string[] | null;
}

/** Another system's prediction in the form that is diagnosed; `labelOf` names an id for people. */
export function otherPrediction(told: OtherPrediction, labelOf: (id: string) => string): Prediction {
  return {
    mentions: told.entities.map(({ id, label = labelOf(id), span = null, score = 1, candidates = [] }) => ({
      span, score,
      candidates: [{ id, label, score: candidates.find((one) => one.id === id)?.score ?? score }, ...candidates.filter((one) => one.id !== id).map((one) => ({ id: one.id, label: labelOf(one.id), score: one.score ?? 0 }))],
    })),
    leading: [], plan: null, arms: [], operation: null,
    answers: (told.answers ?? []).map((answer, k) => {
      const label = labelOf(answer);
      return label === '' ? { id: '', label: answer, value: answer, score: 1 / (k + 1) } : { id: answer, label, score: 1 / (k + 1) };
    }),
  };
}

/** The relations of a chain of edges, walked from an entity. */
function stepsOf(start: string, proof: readonly ProofEdge[]): RelationStep[] {
  let at = start;
  return proof.map(({ subject, relation, object }) => {
    const inverse = subject.id !== at;
    at = inverse ? subject.id : object.id;
    return { id: relation.id, label: relation.label, inverse };
  });
}
