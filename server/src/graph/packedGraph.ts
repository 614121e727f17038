import { buildAdjacency } from './adjacency';
import type { Entity, KnowledgeGraph, Literal, Node, Provenance, Relation } from './knowledgeGraph';
import { literalText } from './literalText';
import type { Pack } from './packFile';
import { fromPlanes } from './planes';
import { StringTable } from './stringTable';

/** Relations whose objects are an entity's types. */
const TYPE_RELATIONS = ['P31', 'P106', 'instance of', 'type'];

/** The graph of a pack, in memory. Labels and the like are decoded when they are asked for. */
export class PackedGraph implements KnowledgeGraph {
  readonly provenance: Provenance;
  readonly entityCount: number;
  readonly nodeCount: number;
  readonly relations: readonly Relation[];
  readonly rowStart: Uint32Array;
  readonly edgeRelation: Uint16Array;
  readonly edgeNode: Uint32Array;
  readonly #pack: Pack;
  readonly #ids: StringTable;
  readonly #idOrder: Uint32Array;
  readonly #labels: StringTable;
  readonly #literals: StringTable;
  readonly #relationIndex: ReadonlyMap<string, number>;
  readonly #typeRelations: readonly number[];

  /** @throws PackError when a section is missing or damaged */
  constructor(pack: Pack) {
    this.#pack = pack;
    this.provenance = pack.provenance;
    this.#ids = StringTable.read(pack, 'entity/id');
    this.#idOrder = pack.u32('entity/idOrder');
    this.#labels = StringTable.read(pack, 'entity/label');
    this.#literals = StringTable.read(pack, 'literal');
    const table = StringTable.read(pack, 'relation');
    this.relations = Array.from({ length: table.length }, (_, k) => {
      const [id = '', label = '', description = '', ...aliases] = table.at(k).split('\n');
      return { id, label, description, aliases };
    });
    this.#relationIndex = new Map(this.relations.map((relation, k) => [relation.id, k]));
    this.#typeRelations = TYPE_RELATIONS.flatMap((id) => this.#relationIndex.get(id) ?? []);
    this.entityCount = this.#ids.length;
    this.nodeCount = this.entityCount + this.#literals.length;
    const relationStart = pack.u32('edge/relationStart');
    const subject = fromPlanes(pack.section('edge/subject'));
    for (let r = 0; r + 1 < relationStart.length; r++) {
      for (let k = (relationStart[r] ?? 0) + 1, end = relationStart[r + 1] ?? 0; k < end; k++) subject[k] = (subject[k] ?? 0) + (subject[k - 1] ?? 0);
    }
    const adjacency = buildAdjacency(relationStart, subject, fromPlanes(pack.section('edge/object')), this.entityCount, this.nodeCount);
    this.rowStart = adjacency.rowStart;
    this.edgeRelation = adjacency.edgeRelation;
    this.edgeNode = adjacency.edgeNode;
  }

  nodeOf(id: string): Node | undefined {
    let low = 0;
    let high = this.#idOrder.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const node = this.#idOrder[middle] ?? 0;
      const found = this.#ids.at(node);
      if (found === id) return node;
      if (found < id) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  }

  idOf(node: Node): string {
    return node < this.entityCount ? this.#ids.at(node) : '';
  }

  labelOf(node: Node): string {
    return this.literalOf(node)?.text ?? this.#labels.at(node);
  }

  literalOf(node: Node): Literal | undefined {
    if (node < this.entityCount) return undefined;
    const [kind = 'string', value = ''] = this.#literals.at(node - this.entityCount).split('\n');
    const known: Literal['kind'] = kind === 'time' || kind === 'quantity' || kind === 'coordinate' ? kind : 'string';
    const unit = (id: string): string => {
      const found = this.nodeOf(id);
      return found === undefined ? '' : this.#labels.at(found);
    };
    return { kind: known, value, text: literalText(value, known, unit) };
  }

  entity(node: Node): Entity {
    const aliases = StringTable.read(this.#pack, 'entity/aliases').at(node);
    return {
      id: this.idOf(node),
      label: this.labelOf(node),
      description: StringTable.read(this.#pack, 'entity/description').at(node),
      aliases: aliases === '' ? [] : aliases.split('\n'),
      types: this.typesOf(node),
      degree: (this.rowStart[node + 1] ?? 0) - (this.rowStart[node] ?? 0),
    };
  }

  /** Objects of the type relations, in the graph's order; occupations before plain classes such as "human". */
  typesOf(node: Node): Node[] {
    const types: Node[] = [];
    for (let edge = this.rowStart[node] ?? 0, end = this.rowStart[node + 1] ?? 0; edge < end; edge++) {
      const directed = this.edgeRelation[edge] ?? 0;
      if ((directed & 1) === 0 && this.#typeRelations.includes(directed >> 1)) types.push(this.edgeNode[edge] ?? 0);
    }
    return types;
  }

  relationOf(id: string): number | undefined {
    return this.#relationIndex.get(id);
  }

  search(prefix: string, limit: number): readonly Node[] {
    const wanted = prefix.trim().toLowerCase();
    const found: Node[] = [];
    if (wanted === '') return found;
    const exact = this.nodeOf(prefix.trim());
    if (exact !== undefined) found.push(exact);
    // Nodes are in order of falling degree, so the first that match are the most linked.
    for (let node = 0; node < this.entityCount && found.length < limit; node++) {
      if (node !== exact && this.#labels.at(node).toLowerCase().startsWith(wanted)) found.push(node);
    }
    return found;
  }
}
