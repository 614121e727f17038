import type { KnowledgeGraph, Node } from '../../graph/knowledgeGraph';
import type { GoldEntity } from '../../protocol';
import { isId, namedNodes } from '../namedNodes';
import type { IsGold } from './entityMiss';

/** A gold entity with what the graph has of it. */
export interface GoldTarget {
  readonly gold: GoldEntity;
  /** Its nodes: one where the file gives an id, each namesake where it gives a title (MetaQA); none where the graph does not hold it. */
  readonly nodes: readonly Node[];
  /** The file names it by its title: then `nodes` are searched for in the whole graph (tens of milliseconds) when they are first asked for. */
  readonly byTitle: boolean;
  readonly is: IsGold;
  /** Label for people. */
  readonly label: string;
}

/** Data sets also mark numbers, dates and ordinals as entities: they cannot be judged. */
const NUMBER = /^[\d\s.,:/+-]*$/;

/** The gold entities that can be judged: known to the graph, or surely an entity that it lacks. */
export function goldTargets(graph: Pick<KnowledgeGraph, 'nodeOf' | 'labelOf' | 'search'>, gold: readonly GoldEntity[]): GoldTarget[] {
  return gold.flatMap((one): GoldTarget[] => {
    if (NUMBER.test(one.id)) return [];
    const node = graph.nodeOf(one.id);
    if (node !== undefined) return [{ gold: one, nodes: [node], byTitle: false, label: graph.labelOf(node), is: (candidate) => candidate.id === one.id }];
    if (isId(one.id) || one.label === '') return [{ gold: one, nodes: [], byTitle: false, label: one.label, is: (candidate) => candidate.id === one.id }];
    const title = one.label.toLowerCase();
    const is: IsGold = ({ label, name = '' }) => label.toLowerCase() === title || name.toLowerCase() === title;
    let nodes: readonly Node[] | undefined;
    return [{
      gold: one, byTitle: true, label: one.label, is,
      get nodes() { return nodes ??= namedNodes(graph, one.label, (other) => graph.labelOf(other).toLowerCase() === title); },
    }];
  });
}
