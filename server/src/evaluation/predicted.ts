import type { ParsedQuestion } from '../formats/format';
import type { Prediction as Said } from '../formats/predictions';
import type { KnowledgeGraph } from '../graph/knowledgeGraph';
import type { Prediction } from './causes/judged';
import { otherPrediction } from './causes/prediction';

/** Another system's predictions, found by question. */
export interface Predicted {
  /** No prediction has an answer: the system only links, and is judged by its entities alone. */
  readonly linksOnly: boolean;
  /** What it said of a question: found by the question's id, else by its text; undefined: nothing. */
  of(question: ParsedQuestion): Prediction | undefined;
}

/** Makes another system's predictions ready to be evaluated in the place of ours. */
export function predictedBy(all: readonly Said[], graph: KnowledgeGraph): Predicted {
  const byId = new Map(all.filter(({ id }) => id !== '').map((one) => [one.id, one]));
  const byText = new Map(all.filter(({ question }) => question !== '').map((one) => [one.question.trim(), one]));
  const linksOnly = all.every(({ answers }) => answers.length === 0);
  const labelOf = (id: string): string => {
    const node = graph.nodeOf(id);
    return node === undefined ? '' : graph.labelOf(node);
  };
  return {
    linksOnly,
    of({ id, text }) {
      const said = (id === '' ? undefined : byId.get(id)) ?? byText.get(text.trim());
      if (said === undefined) return undefined;
      // A span says which mention it is; without one the entity is looked for as it is.
      return otherPrediction({ entities: said.entities.map(({ id: entity, span }) => ({ id: entity, label: labelOf(entity) || entity, span })), answers: linksOnly ? null : said.answers }, labelOf);
    },
  };
}

/** The questions as a system that only links is judged: their gold answers are left out. */
export function withoutAnswers(questions: readonly ParsedQuestion[]): ParsedQuestion[] {
  return questions.map((question) => ({ ...question, goldAnswers: null }));
}
