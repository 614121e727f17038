import type { Documents, OpenDocument } from '../documents/documents';
import { toldOf, type LinkedQuestion, type QuestionEntry } from '../documents/questionEntry';
import { isRight } from '../evaluation/causes/answerMiss';
import { linkMisses } from '../evaluation/causes/linkMisses';
import { goldAnswersOf } from '../evaluation/goldMatch';
import type { Prediction } from '../evaluation/causes/judged';
import { predictionOf } from '../evaluation/causes/prediction';
import type { ParsedQuestion } from '../formats/format';
import type { KnowledgeGraph } from '../graph/knowledgeGraph';
import type { Miss } from '../protocol';
import { breather } from '../documents/breather';
import type { Services } from './feature';

interface Known {
  readonly linked: LinkedQuestion;
  /** The question as it was read when this was last found to be true of it. */
  question: ParsedQuestion;
  /** What the file said when it was diagnosed. */
  readonly gold: string;
  readonly miss: Miss | null;
}

/** Diagnoses found go out so often (milliseconds), and at the end. */
const TELL_EVERY = 1500;

/**
 * Finds the causes of the questions of open documents that are missed, one after the other, behind all other work: only once a document is linked, and only for
 * the questions that are missed is anything run again. What is known stays until the question, its gold or its answer changes.
 */
export class Misses {
  readonly #known = new WeakMap<QuestionEntry, Known>();
  readonly #wanted = new Set<string>();
  #busy = false;

  constructor(private readonly services: Pick<Services, 'graph' | 'changed'> & { readonly documents: Pick<Documents, 'get' | 'waiting'> }) {}

  /** The miss of a question, null where there is none; undefined while that is not known. */
  of(entry: QuestionEntry): Miss | null | undefined {
    const known = this.#known.get(entry);
    if (known === undefined || known.linked !== entry.linked) return undefined;
    if (known.question !== entry.question) {
      if (known.gold !== goldKey(entry)) return undefined;
      known.question = entry.question;
    }
    return known.miss;
  }

  /** Sees to it that the misses of a document become known. */
  want(document: OpenDocument): void {
    if (this.services.documents.waiting(document.uri) > 0 || !document.entries.some((entry) => this.#isOpen(entry))) return;
    this.#wanted.add(document.uri);
    if (!this.#busy) void this.#work();
  }

  async #work(): Promise<void> {
    this.#busy = true;
    for (let [uri] = this.#wanted; uri !== undefined; [uri] = this.#wanted) {
      await this.#diagnoseAll(uri);
      this.#wanted.delete(uri);
      this.services.changed(uri);
    }
    this.#busy = false;
  }

  async #diagnoseAll(uri: string): Promise<void> {
    const entries = this.services.documents.get(uri)?.entries ?? [];
    const breathe = breather();
    let told = performance.now();
    for (const entry of entries) {
      // The text was read again: what is still open of it is asked for with its next report.
      if (this.services.documents.get(uri)?.entries !== entries) return;
      if (!this.#isOpen(entry)) continue;
      await this.#diagnose(entry);
      await breathe();
      if (performance.now() - told <= TELL_EVERY) continue;
      this.services.changed(uri);
      told = performance.now();
    }
  }

  #isOpen(entry: QuestionEntry): boolean {
    return entry.linked !== undefined && (entry.question.gold.length > 0 || entry.question.goldAnswers !== null) && this.of(entry) === undefined;
  }

  /** Never rejects: what cannot be diagnosed (the answerer was closed) has no cause. */
  async #diagnose(entry: QuestionEntry): Promise<void> {
    const { linked, question } = entry;
    const loaded = this.services.graph();
    if (linked === undefined) return;
    const gold = goldKey(entry);
    let miss: Miss | null = null;
    if (loaded !== undefined && mayMiss(entry, linked, loaded.graph)) {
      const { answerer, diagnoser } = loaded;
      const { text, gold: entities, goldAnswers, triple } = question;
      const told = toldOf(entry);
      miss = await answerer.answer(text, { ...told, allCandidates: true }).then((explanation) => diagnoser.diagnose(
        { question: text, gold: entities, goldAnswers, told, ...(triple === undefined ? {} : { triple }) }, predictionOf(explanation), { ask: (asked, options) => answerer.answer(asked, options) },
      )).catch(() => null);
    }
    this.#known.set(entry, { linked, question, gold, miss });
  }
}

const goldKey = ({ question: { gold, goldAnswers, triple } }: QuestionEntry): string => JSON.stringify([gold, goldAnswers, triple]);

/** What is kept of a question, as a prediction: which mentions led is not. */
export function linkedPrediction({ mentions, answers }: LinkedQuestion): Prediction {
  return { mentions: mentions.map(({ start, end, score, candidates }) => ({ span: { start, end }, score, candidates })), leading: [], plan: null, arms: [], answers, operation: null };
}

/** Whether a question may be missed, by what is kept of it: nothing is run again for one that is not. */
function mayMiss({ question }: QuestionEntry, linked: LinkedQuestion, graph: KnowledgeGraph): boolean {
  if (question.goldAnswers !== null) return !isRight(linked.answers, goldAnswersOf(graph, question.goldAnswers));
  return linkMisses(linkedPrediction(linked), question.gold, graph, question.text).length > 0;
}
