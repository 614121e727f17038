import { type Adjacency, buildAdjacency } from './adjacency';
import { readEdges } from './edgeColumns';
import { readHeld } from './heldFacts';
import { IdTable } from './idTable';
import type { Entity, HeldFacts, KnowledgeGraph, Literal, Node, Provenance, Relation } from './knowledgeGraph';
import { searchNames } from './labelSearch';
import { literalOfKey, literalText } from './literalText';
import { Pack, type SharedPack } from './packFile';
import { edgesOf } from './rows';
import { StringTable } from './stringTable';

/** Relations whose objects are an entity's types. */
const TYPE_RELATIONS = ['P31', 'P106', 'instance of', 'type'];

/** A graph as it is sent to a worker: all of it in shared memory, passed by reference. */
export interface SharedGraph {
  readonly pack: SharedPack;
  readonly adjacency: Adjacency;
}

/** The graph of a pack, in memory. Labels and the like are decoded when they are asked for. */
export class PackedGraph implements KnowledgeGraph {
  readonly provenance: Provenance;
  readonly entityCount: number;
  readonly nodeCount: number;
  readonly relations: readonly Relation[];
  readonly rowStart: Uint32Array;
  readonly edgeRelation: Uint16Array;
  readonly edgeNode: Uint32Array;
  readonly #ids: IdTable;
  readonly #labels: StringTable;
  readonly #literals: StringTable;
  readonly #relationIndex: ReadonlyMap<string, number>;
  readonly #typeRelations: readonly number[];
  #aliases: StringTable | undefined;
  #descriptions: StringTable | undefined;
  #held: HeldFacts | undefined;

  /**
   * @param adjacency what another thread derived from the same pack
   * @throws PackError when a section is missing or damaged
   */
  constructor(readonly pack: Pack, adjacency?: Adjacency) {
    this.provenance = pack.provenance;
    this.#ids = IdTable.read(pack);
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
    const rows = adjacency ?? buildAdjacency(readEdges(pack), this.entityCount, this.nodeCount);
    this.rowStart = rows.rowStart;
    this.edgeRelation = rows.edgeRelation;
    this.edgeNode = rows.edgeNode;
  }

  /** A graph that another thread opened: takes a few milliseconds and next to no memory. */
  static attach(shared: SharedGraph): PackedGraph {
    return new PackedGraph(Pack.attach(shared.pack), shared.adjacency);
  }

  /** What a worker attaches to; may be posted as it is. */
  share(): SharedGraph {
    const { rowStart, edgeRelation, edgeNode } = this;
    return { pack: this.pack.share(), adjacency: { rowStart, edgeRelation, edgeNode } };
  }

  get held(): HeldFacts {
    return (this.#held ??= readHeld(this.pack));
  }

  nodeOf(id: string): Node | undefined {
    return this.#ids.nodeOf(id);
  }

  idOf(node: Node): string {
    return this.#ids.idOf(node);
  }

  labelOf(node: Node): string {
    return this.literalOf(node)?.text ?? this.#labels.at(node);
  }

  literalOf(node: Node): Literal | undefined {
    if (node < this.entityCount) return undefined;
    const { kind, value } = literalOfKey(this.#literals.at(node - this.entityCount));
    const unit = (id: string): string => {
      const found = this.nodeOf(id);
      return found === undefined ? '' : this.#labels.at(found);
    };
    return { kind, value, text: literalText(value, kind, unit) };
  }

  entity(node: Node): Entity {
    const aliases = this.#aliasTable().at(node);
    this.#descriptions ??= StringTable.read(this.pack, 'entity/description');
    return {
      id: this.idOf(node),
      label: this.labelOf(node),
      description: this.#descriptions.at(node),
      aliases: aliases === '' ? [] : aliases.split('\n'),
      types: this.typesOf(node),
      degree: (this.rowStart[node + 1] ?? 0) - (this.rowStart[node] ?? 0),
    };
  }

  /** Objects of the type relations: classes first, then occupations, each most-linked first. */
  typesOf(node: Node): Node[] {
    return this.#typeRelations.flatMap((relation) => {
      const { start, end } = edgesOf(this, node, 2 * relation);
      return [...this.edgeNode.subarray(start, end)];
    });
  }

  relationOf(id: string): number | undefined {
    return this.#relationIndex.get(id);
  }

  /** Nodes are in order of falling degree, so the first that match are the most linked; an id that is typed out comes first. */
  search(prefix: string, limit: number): readonly Node[] {
    const exact = this.nodeOf(prefix.trim());
    const named = searchNames(prefix, limit, this.#labels, this.#aliasTable());
    return exact === undefined ? named : [exact, ...named.filter((node) => node !== exact)].slice(0, limit);
  }

  #aliasTable(): StringTable {
    return (this.#aliases ??= StringTable.read(this.pack, 'entity/aliases'));
  }
}
