import type { KnowledgeGraph, Node } from '../graph/knowledgeGraph';
import { normalise } from '../graph/lexicon/normalise';
import type { ScoredNode } from '../protocol';
import { isId, namedNodes } from './namedNodes';
import { sameValue, valuesOf, type Value } from './values';

/** An answer as it is compared: an entity by id (then by its names), a literal by its value. */
export type Given = Pick<ScoredNode, 'id' | 'label' | 'value'>;

/** What is asked of the graph: whether a text is an id, and an entity's other names. */
export type Names = Pick<KnowledgeGraph, 'nodeOf' | 'entity'>;

/** The gold answers of a question, ready to be compared with. */
export interface GoldSet {
  /** The file says that there is no answer: declining is right. */
  readonly none: boolean;
  /** How many different ones there are: one that is listed twice counts once. */
  readonly size: number;
  /** Which of them (0 … size − 1) an answer equals; empty: it is wrong. */
  matches(answer: Given): readonly number[];
}

/** The same, with where they stand in a graph. */
export interface GoldAnswers extends GoldSet {
  readonly given: readonly string[];
  /** Entities of the graph among them. */
  readonly nodes: readonly Node[];
  /** Some of them is neither an entity nor an id: it may be a literal's value. */
  readonly mayBeLiteral: boolean;
  /** Whether an answer is one of them. */
  is(answer: Given): boolean;
  /** Whether a node of the graph, entity or literal, is one of them. */
  isNode(node: Node): boolean;
}

interface Gold {
  readonly text: string;
  readonly id: boolean;
  readonly values: readonly Value[];
  readonly words: string;
}

/**
 * Prepares gold answers: ids, literal values or labels, whichever each is.
 *
 * An id is equal to the same id only. Anything else equals an entity one of whose names it is (normalised as in the lexicon), and a literal of the same value:
 * numbers by amount without their unit, times by the coarser precision of the two, "true" and "yes" alike, other text normalised.
 */
export function goldSet(answers: readonly string[], names?: Names): GoldSet {
  const none = answers.length === 0 || (answers.length === 1 && answers[0]?.trim().toLowerCase() === 'none');
  const golds: Gold[] = [];
  const ids = new Map<string, number>();
  const seen = new Set<string>();
  for (const text of none ? [] : answers) {
    const id = isId(text) || names?.nodeOf(text) !== undefined;
    const gold = { text, id, values: valuesOf(text), words: normalise(text) };
    const key = id ? text : JSON.stringify(gold.values.length > 0 ? gold.values : gold.words);
    if (seen.has(key)) continue;
    seen.add(key);
    if (id) ids.set(text, golds.length);
    golds.push(gold);
  }
  const onlyIds = ids.size === golds.length;
  return {
    none, size: golds.length,
    matches: (answer) => {
      const known = answer.id === '' ? undefined : ids.get(answer.id);
      if (known !== undefined) return [known];
      // The graph's set of a fact may hold thousands: entities are never compared with it one by one.
      if (onlyIds && answer.id !== '') return [];
      const given = answer.id === '' ? literal(answer) : entity(answer, names);
      return golds.flatMap((gold, index) => (given(gold) ? [index] : []));
    },
  };
}

/** Gold answers with where they stand in the graph; titles are looked up there when `nodes` or `isNode` is first asked for. */
export function goldAnswersOf(graph: KnowledgeGraph, answers: readonly string[]): GoldAnswers {
  const set = goldSet(answers, graph);
  const is = (answer: Given): boolean => set.matches(answer).length > 0;
  // Looking up a title goes over all names of the graph (tens of milliseconds): each is looked up once, when it is first needed.
  let known: ReadonlyMap<string, readonly Node[]> | undefined;
  const named = (): ReadonlyMap<string, readonly Node[]> => (known ??= new Map(answers.map((answer) => [answer, nodesOf(graph, answer, is)])));
  let all: ReadonlySet<Node> | undefined;
  const nodes = (): ReadonlySet<Node> => (all ??= new Set([...named().values()].flat()));
  return {
    ...set, given: answers, is,
    get nodes() { return [...nodes()]; },
    get mayBeLiteral() { return answers.some((answer) => !isId(answer) && named().get(answer)?.length === 0); },
    isNode: (node) => {
      const value = graph.literalOf(node);
      return value === undefined ? nodes().has(node) : is({ id: '', label: value.text, value: value.value });
    },
  };
}

/** The entities that an answer names: by id, else by title. A literal value names none. */
function nodesOf(graph: KnowledgeGraph, answer: string, is: (answer: Given) => boolean): readonly Node[] {
  const node = graph.nodeOf(answer);
  if (node !== undefined) return [node];
  return /^[\^+]/.test(answer) || isId(answer) ? [] : namedNodes(graph, answer, (one) => is({ id: graph.idOf(one), label: graph.labelOf(one) }));
}

function literal({ value, label }: Given): (gold: Gold) => boolean {
  const text = value ?? label;
  const values = valuesOf(text);
  const words = [normalise(text), normalise(label)];
  return (gold) => {
    if (gold.text === text) return true;
    // Words are compared only where one of the two is no value: without their signs, -4 and 4 are the same words.
    if (values.length > 0 && gold.values.length > 0) return values.some((own) => gold.values.some((other) => sameValue(own, other)));
    return gold.words !== '' && words.includes(gold.words);
  };
}

function entity({ id, label }: Given, names: Names | undefined): (gold: Gold) => boolean {
  const node = names?.nodeOf(id);
  const own = new Set([label, ...(node === undefined ? [] : names?.entity(node).aliases ?? [])].map(normalise));
  return (gold) => !gold.id && gold.words !== '' && own.has(gold.words);
}
