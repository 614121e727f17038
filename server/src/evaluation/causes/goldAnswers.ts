import type { KnowledgeGraph, Node } from '../../graph/knowledgeGraph';
import { goldSet, type Given } from '../goldMatch';

/** The gold answers of a question, ready to be compared with. */
export interface GoldAnswers {
  /** The file says that there is no answer. */
  readonly none: boolean;
  readonly given: readonly string[];
  /** Entities of the graph among them. */
  readonly nodes: readonly Node[];
  /** Some of them is neither an entity nor an id: it may be a literal's value. */
  readonly mayBeLiteral: boolean;
  is(answer: Given): boolean;
  isNode(node: Node): boolean;
}

const NAMESAKES = 20;
/** Ids of Wikidata and Freebase, known to the graph or not. */
const ID = /^(?:[QPL]\d+|\/?[mg][./]\w+)$/;

/** Reads gold answers: ids, literal values or titles, whichever each is. Titles are looked up in the graph when `nodes` is first asked for. */
export function goldAnswersOf(graph: KnowledgeGraph, answers: readonly string[]): GoldAnswers {
  const set = goldSet(answers, graph);
  const is = (answer: Given): boolean => set.matches(answer).length > 0;
  // Looking up a title goes over all names of the graph (tens of milliseconds): each is looked up once, when it is first needed.
  let known: ReadonlyMap<string, readonly Node[]> | undefined;
  const named = (): ReadonlyMap<string, readonly Node[]> => (known ??= new Map(answers.map((answer) => [answer, nodesOf(graph, answer, is)])));
  let all: ReadonlySet<Node> | undefined;
  const nodes = (): ReadonlySet<Node> => (all ??= new Set([...named().values()].flat()));
  return {
    none: set.none, given: answers, is,
    get nodes() { return [...nodes()]; },
    get mayBeLiteral() { return answers.some((answer) => !ID.test(answer) && named().get(answer)?.length === 0); },
    isNode: (node) => {
      const literal = graph.literalOf(node);
      return literal === undefined ? nodes().has(node) : is({ id: '', label: literal.text, value: literal.value });
    },
  };
}

/** The entities that an answer names: by id, else by title. A literal value names none. */
function nodesOf(graph: KnowledgeGraph, answer: string, is: (answer: Given) => boolean): readonly Node[] {
  const node = graph.nodeOf(answer);
  if (node !== undefined) return [node];
  return /^[\^+]/.test(answer) || ID.test(answer) ? [] : graph.search(answer, NAMESAKES).filter((one) => is({ id: graph.idOf(one), label: graph.labelOf(one) }));
}
