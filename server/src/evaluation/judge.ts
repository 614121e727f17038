import type { ParsedQuestion } from '../formats/format';
import { groupOf, type Groups } from '../graph/groups';
import type { KnowledgeGraph, Node } from '../graph/knowledgeGraph';
import { ANSWERS_KEPT, type LinkedMention, type QuestionRow, type ScoredNode, type Verdict } from '../protocol';
import type { Prediction } from './causes/judged';
import { type Control, groupCount, HARD_GROUPS, objectsOf } from './control';
import { goldSet, type GoldSet } from './goldMatch';
import { f1, hitsAt1 } from './metrics';

/** Mentions below this are no annotation; as in the editor. */
const LEAST_SHOWN = 0.2;

/** A gold fact in the graph: the entity that the question names, and the directed relation from it. */
interface GoldFact {
  readonly node: Node;
  readonly directed: number;
}

/** A question with its gold answers made ready. */
export interface JudgedQuestion {
  readonly index: number;
  readonly question: ParsedQuestion;
  /** Null where the file gives no gold answers. */
  readonly strict: GoldSet | null;
  /** Where the row names the gold fact, any object of its entity and relation; otherwise the same as `strict`. */
  readonly loose: GoldSet | null;
  readonly fact: GoldFact | undefined;
  /** Gold entities that the graph holds. */
  readonly entities: readonly string[];
}

/** Compares what a system said of questions with what their file says of them. */
export class Judge {
  constructor(private readonly graph: KnowledgeGraph, private readonly groups: Groups, private readonly control: Control) {}

  /** Makes a question's gold answers ready. */
  prepare(question: ParsedQuestion, index: number): JudgedQuestion {
    const fact = this.#goldFact(question);
    const strict = question.goldAnswers === null ? null : goldSet(question.goldAnswers, this.graph);
    const objects = fact === undefined ? [] : this.#objects(fact);
    return {
      index, question, strict, fact, loose: objects.length === 0 ? strict : goldSet(objects, this.graph),
      entities: question.gold.map((entity) => entity.id).filter((id) => this.graph.nodeOf(id) !== undefined),
    };
  }

  /**
   * The row of a question.
   *
   * @param given what the system answered with the gold entities given; null where that was not asked
   * @param millis how long it took
   */
  row(judged: JudgedQuestion, told: Prediction, given: readonly ScoredNode[] | null, millis: number): QuestionRow {
    const { question, strict, loose, fact, entities } = judged;
    const hits1 = loose === null ? null : hitsAt1(told.answers, loose);
    const guessed = fact === undefined ? [] : this.control.answers(fact.node).map((node) => this.#node(node));
    const candidates = new Set(told.mentions.flatMap((mention) => mention.candidates.map((candidate) => candidate.id)));
    const leading = told.leading.length === 0 ? told.mentions : told.leading.flatMap((index) => told.mentions[index] ?? []);
    const [first] = told.arms[0]?.relations ?? [];
    return {
      ...this.#fixed(judged), verdict: verdictOf(hits1),
      answers: told.answers.slice(0, ANSWERS_KEPT).map(plainNode), answerCount: told.answers.length, mentions: linkedMentions(question.text, told),
      hits1, hits1Strict: strict === null ? null : hitsAt1(told.answers, strict), f1: strict === null ? null : f1(told.answers, strict),
      recall: { found: entities.filter((id) => candidates.has(id)).length, of: entities.length },
      entityRight: entities.length === 0 ? null : leading.some(({ candidates: [winner] }) => winner !== undefined && entities.includes(winner.id)),
      relationRight: fact === undefined ? null : first !== undefined && this.graph.relationOf(first.id) === fact.directed >> 1 && first.inverse === ((fact.directed & 1) === 1),
      given: given === null || loose === null || strict === null ? null : { hits1: hitsAt1(given, loose), hits1Strict: hitsAt1(given, strict) },
      control: fact === undefined || loose === null ? null : guessed.filter((node) => loose.matches(node).length > 0).length / Math.max(1, guessed.length),
      plan: told.plan, operation: told.operation, cause: null, message: '', millis,
    };
  }

  /** The row of a question that could not be answered: it counts as wrong. */
  failed(judged: JudgedQuestion, message: string): QuestionRow {
    const nothing = judged.strict === null ? null : 0;
    return {
      ...this.#fixed(judged), verdict: 'failed', answers: [], answerCount: 0, mentions: [], hits1: nothing, hits1Strict: nothing, f1: nothing,
      recall: { found: 0, of: 0 }, entityRight: null, relationRight: null, given: null, control: null, plan: null, operation: null, cause: null, message, millis: 0,
    };
  }

  #fixed({ index, question, fact }: JudgedQuestion): Pick<QuestionRow, 'index' | 'id' | 'text' | 'range' | 'complexity' | 'gold' | 'goldAnswers' | 'hard' | 'answerable'> {
    const { id, text, range, complexity, gold, goldAnswers } = question;
    return {
      index, id, text, range: { start: range.start, end: range.end }, complexity, goldAnswers, gold: gold.map((entity) => ({ id: entity.id, label: entity.label })),
      hard: fact !== undefined && groupCount(this.groups, fact.node) >= HARD_GROUPS,
      answerable: (goldAnswers ?? []).some((answer) => this.graph.nodeOf(answer) !== undefined || answer.startsWith('^') || answer.startsWith('+')),
    };
  }

  #objects({ node, directed }: GoldFact): string[] {
    return groupOf(this.groups, node, directed) < 0 ? [] : objectsOf(this.graph, this.groups, node, directed).map((object) => this.graph.literalOf(object)?.value ?? this.graph.idOf(object));
  }

  #node(node: Node): ScoredNode {
    const value = this.graph.literalOf(node)?.value;
    return { id: this.graph.idOf(node), label: this.graph.labelOf(node), score: 1, ...(value === undefined ? {} : { value }) };
  }

  /** The gold fact from the entity that the question names: subject and relation, or object and its inverse. */
  #goldFact(question: ParsedQuestion): GoldFact | undefined {
    if (question.triple === undefined) return undefined;
    const [subject, property, object] = question.triple;
    const relation = this.graph.relationOf(property);
    const named = question.gold[0]?.id ?? subject;
    const node = this.graph.nodeOf(named);
    if (relation === undefined || node === undefined) return undefined;
    return { node, directed: 2 * relation + (named === object && named !== subject ? 1 : 0) };
  }
}

function verdictOf(hits1: number | null): Verdict {
  if (hits1 === null) return 'unjudged';
  return hits1 === 1 ? 'right' : hits1 === 0 ? 'wrong' : 'tied';
}

function plainNode({ id, label, score, value }: ScoredNode): ScoredNode {
  return value === undefined ? { id, label, score } : { id, label, score, value };
}

function linkedMentions(question: string, told: Prediction): LinkedMention[] {
  return told.mentions.flatMap(({ span, score, candidates: [winner] }) => (span === null || winner === undefined || score < LEAST_SHOWN ? [] : [{
    start: span.start, end: span.end, text: question.slice(span.start, span.end), id: winner.id, label: winner.label, score: score * winner.score,
  }]));
}
