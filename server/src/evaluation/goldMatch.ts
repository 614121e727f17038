import type { KnowledgeGraph } from '../graph/knowledgeGraph';
import { normalise } from '../graph/lexicon/normalise';
import type { ScoredNode } from '../protocol';
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

/** Ids of Wikidata and Freebase mean one thing whether the graph knows them or not. */
const ID = /^(?:[QPL]\d+|\/?[mg][./][\w]+)$/;

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
    const id = ID.test(text) || names?.nodeOf(text) !== undefined;
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

/** Whether an answer equals one gold answer; see {@link goldSet}. */
export function equalsGold(answer: Given, gold: string, names?: Names): boolean {
  return goldSet([gold], names).matches(answer).length > 0;
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
