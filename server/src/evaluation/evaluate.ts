import type { AnswerOptions } from '../answering/answerer';
import type { Groups } from '../graph/groups';
import type { KnowledgeGraph, Node } from '../graph/knowledgeGraph';
import type { ParsedQuestion } from '../formats/format';
import type { Explanation } from '../protocol';
import { Control, groupCount, HARD_GROUPS, objectsOf } from './control';
import { goldSet } from './goldMatch';
import { f1, hitsAt1, percentile } from './metrics';

/** Results over a file; every question counts in every denominator that does not say otherwise. */
export interface EvaluationReport {
  readonly n: number;
  /** Questions with at least one gold answer in the graph. */
  readonly answerable: number;
  /** Gold entities of the graph that are candidates of some span. */
  readonly mentionRecall: number | null;
  /** Questions where a gold entity is the winner of a mention on a leading path. */
  readonly entityAccuracy: number | null;
  /** Questions with a gold fact whose first relation is right. */
  readonly relationAccuracy: number | null;
  /** Ties in expectation; where the row names the gold fact, any object of its entity and relation is gold. */
  readonly hits1: number;
  readonly hits1Strict: number;
  readonly f1: number;
  readonly hard: { readonly n: number; readonly hits1: number | null };
  readonly control: { readonly hits1: number | null; readonly hard: number | null };
  readonly goldEntity: { readonly hits1: number | null; readonly hits1Strict: number | null };
  readonly plans: Readonly<Record<string, number>>;
  readonly millis: { readonly p50: number; readonly p99: number };
}

/** Answers one question: the pipeline, or a worker before it. */
export type Ask = (question: string, options: AnswerOptions) => Promise<Explanation>;

/** What an evaluation is given besides the questions. */
export interface EvaluationSetting {
  readonly graph: KnowledgeGraph;
  readonly groups: Groups;
  readonly ask: Ask;
  /** How often the training questions ask each relation, for the control. */
  readonly asked?: Readonly<Record<string, number>>;
  /** Fixed for all questions: a forced plan, the minimum switched off. */
  readonly options?: AnswerOptions;
  /** Also ask with the gold entities given (twice the time). */
  readonly withGoldEntities?: boolean;
  readonly onProgress?: (done: number, all: number) => void;
  readonly signal?: AbortSignal;
}

/** A gold fact in the graph: the entity that the question names, and the directed relation from it. */
interface GoldFact {
  readonly node: Node;
  readonly directed: number;
}

class Sums {
  readonly #sum = new Map<string, number>();
  readonly #count = new Map<string, number>();

  add(name: string, value: number): void {
    this.#sum.set(name, (this.#sum.get(name) ?? 0) + value);
    this.#count.set(name, (this.#count.get(name) ?? 0) + 1);
  }

  mean(name: string): number | null {
    const count = this.#count.get(name) ?? 0;
    return count === 0 ? null : Math.round(((this.#sum.get(name) ?? 0) / count) * 1e5) / 1e5;
  }

  count(name: string): number {
    return this.#count.get(name) ?? 0;
  }
}

/** Runs a file's questions and measures. Throws an AbortError when the signal aborts. */
export async function evaluate(questions: readonly ParsedQuestion[], setting: EvaluationSetting): Promise<EvaluationReport> {
  const { graph, groups } = setting;
  const control = new Control(graph, groups, setting.asked ?? {});
  const sums = new Sums();
  const millis: number[] = [];
  const plans: Record<string, number> = {};
  for (const [index, question] of questions.entries()) {
    setting.signal?.throwIfAborted();
    const gold = goldSet(question.goldAnswers ?? [], graph);
    const fact = goldFact(graph, question);
    const objects = fact === undefined ? [] : objectsOf(graph, groups, fact.node, fact.directed).map((node) => nodeKey(graph, node));
    const loose = objects.length === 0 ? gold : goldSet(objects, graph);
    const told = await setting.ask(question.text, { ...setting.options, pins: question.pins, allCandidates: true });
    millis.push(told.millis.total);
    if (told.plan !== null) plans[told.plan.name] = (plans[told.plan.name] ?? 0) + 1;
    const hit = hitsAt1(told.answers, loose);
    sums.add('hits1', hit);
    sums.add('strict', hitsAt1(told.answers, gold));
    sums.add('f1', f1(told.answers, gold));
    if ((question.goldAnswers ?? []).some((id) => graph.nodeOf(id) !== undefined || id.startsWith('^') || id.startsWith('+'))) sums.add('answerable', 1);
    measureEntities(graph, question, told, sums);
    if (fact !== undefined) {
      const guess = control.answers(fact.node).map((node) => nodeKey(graph, node));
      const guessed = guess.length === 0 ? 0 : guess.filter((key) => objects.includes(key)).length / guess.length;
      sums.add('control', guessed);
      sums.add('relation', firstRelationIs(graph, told, fact) ? 1 : 0);
      if (groupCount(groups, fact.node) >= HARD_GROUPS) {
        sums.add('hard', hit);
        sums.add('controlHard', guessed);
      }
    }
    const ids = question.gold.map((entity) => entity.id).filter((id) => graph.nodeOf(id) !== undefined);
    if (setting.withGoldEntities !== false && ids.length > 0) {
      const given = await setting.ask(question.text, { ...setting.options, onlyEntities: ids });
      sums.add('givenHits1', hitsAt1(given.answers, loose));
      sums.add('givenStrict', hitsAt1(given.answers, gold));
    }
    setting.onProgress?.(index + 1, questions.length);
  }
  return {
    n: questions.length,
    answerable: sums.count('answerable'),
    mentionRecall: sums.mean('recall'),
    entityAccuracy: sums.mean('entity'),
    relationAccuracy: sums.mean('relation'),
    hits1: sums.mean('hits1') ?? 0,
    hits1Strict: sums.mean('strict') ?? 0,
    f1: sums.mean('f1') ?? 0,
    hard: { n: sums.count('hard'), hits1: sums.mean('hard') },
    control: { hits1: sums.mean('control'), hard: sums.mean('controlHard') },
    goldEntity: { hits1: sums.mean('givenHits1'), hits1Strict: sums.mean('givenStrict') },
    plans,
    millis: { p50: Math.round(percentile(millis, 50) * 100) / 100, p99: Math.round(percentile(millis, 99) * 100) / 100 },
  };
}

function nodeKey(graph: KnowledgeGraph, node: Node): string {
  return graph.literalOf(node)?.value ?? graph.idOf(node);
}

/** The gold fact from the entity that the question names: subject and relation, or object and its inverse. */
function goldFact(graph: KnowledgeGraph, question: ParsedQuestion): GoldFact | undefined {
  if (question.triple === undefined) return undefined;
  const [subject, property, object] = question.triple;
  const relation = graph.relationOf(property);
  const named = question.gold[0]?.id ?? subject;
  const node = graph.nodeOf(named);
  if (relation === undefined || node === undefined) return undefined;
  return { node, directed: 2 * relation + (named === object && named !== subject ? 1 : 0) };
}

function measureEntities(graph: KnowledgeGraph, question: ParsedQuestion, told: Explanation, sums: Sums): void {
  const known = question.gold.map((entity) => entity.id).filter((id) => graph.nodeOf(id) !== undefined);
  if (known.length === 0) return;
  const candidates = new Set(told.mentions.flatMap((mention) => mention.candidates.map((candidate) => candidate.id)));
  for (const id of known) sums.add('recall', candidates.has(id) ? 1 : 0);
  const leading = told.paths.map((path) => told.mentions[path.mention]?.candidates[0]?.id ?? '');
  sums.add('entity', leading.some((id) => known.includes(id)) ? 1 : 0);
}

function firstRelationIs(graph: KnowledgeGraph, told: Explanation, fact: GoldFact): boolean {
  const relation = told.paths[0]?.hops[0]?.relations[0];
  return relation !== undefined && graph.relationOf(relation.id) === fact.directed >> 1 && relation.inverse === ((fact.directed & 1) === 1);
}
