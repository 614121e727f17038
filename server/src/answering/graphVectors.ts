import { Tensor } from 'onnxruntime-node';
import type { KnowledgeGraph, Node, Relation } from '../graph/knowledgeGraph';
import type { Pack } from '../graph/packFile';
import type { ModelManifest } from '../model/bundle';
import type { Session } from '../model/session';
import type { Tokenizer } from '../model/tokenizer';

/** Sections of a pack that hold the vectors of one model. */
export const VECTOR_SECTIONS = { fingerprint: 'vectors/fingerprint', relation: 'vectors/relation', type: 'vectors/type', typeNode: 'vectors/typeNode' } as const;

const ENCODER_WIDTH = 384;
const MOST_ALIASES = 4;

/**
 * The graph's words as the model's vectors: one for each directed relation and one for each type. From the pack where this very model made them, else encoded now:
 * relations at once (three texts each), types when a candidate first needs them.
 */
export class GraphVectors {
  readonly relations: Tensor;
  readonly #types = new Map<Node, Float32Array>();

  private constructor(
    private readonly graph: KnowledgeGraph, private readonly session: Session, private readonly tokenizer: Tokenizer, relations: Float32Array, readonly typeWidth: number,
  ) {
    this.relations = new Tensor('float32', relations, [2 * graph.relations.length, relations.length / (2 * graph.relations.length)]);
  }

  /** Reads or makes the vectors. `residuals`: what training learned of relations by their id, added where id and label agree. */
  static async open(graph: KnowledgeGraph, pack: Pack, manifest: ModelManifest, session: Session, tokenizer: Tokenizer): Promise<GraphVectors> {
    const stored = pack.has(VECTOR_SECTIONS.fingerprint) ? new TextDecoder().decode(pack.section(VECTOR_SECTIONS.fingerprint).slice()) : '';
    if (stored === manifest.fingerprint) {
      const vectors = new GraphVectors(graph, session, tokenizer, pack.f32(VECTOR_SECTIONS.relation).slice(), manifest.typeWidth);
      const all = pack.f32(VECTOR_SECTIONS.type);
      for (const [k, node] of pack.u32(VECTOR_SECTIONS.typeNode).entries()) vectors.#types.set(node, all.subarray(k * manifest.typeWidth, (k + 1) * manifest.typeWidth));
      return vectors;
    }
    const texts = new Float32Array(graph.relations.length * 3 * ENCODER_WIDTH);
    for (const [k, relation] of graph.relations.entries()) {
      for (const [j, text] of relationTexts(relation).entries()) texts.set(await session.textVector(tokenizer.text(text)), (3 * k + j) * ENCODER_WIDTH);
    }
    const { relations } = await session.project(texts, new Float32Array(ENCODER_WIDTH), ENCODER_WIDTH);
    addResiduals(relations, graph, manifest);
    return new GraphVectors(graph, session, tokenizer, relations, manifest.typeWidth);
  }

  /** Mean of the vectors of a candidate's types, written at `at`. */
  async writeTypes(types: readonly Node[], out: Float32Array, at: number): Promise<void> {
    for (const type of types) {
      const vector = this.#types.get(type) ?? (await this.#encode(type));
      for (let k = 0; k < this.typeWidth; k++) out[at + k] = (out[at + k] ?? 0) + (vector[k] ?? 0) / types.length;
    }
  }

  /** Vectors of all given types, row by row: what a pack stores. */
  async typeMatrix(types: readonly Node[]): Promise<Float32Array> {
    const out = new Float32Array(types.length * this.typeWidth);
    for (const [k, type] of types.entries()) out.set(this.#types.get(type) ?? (await this.#encode(type)), k * this.typeWidth);
    return out;
  }

  async #encode(type: Node): Promise<Float32Array> {
    const text = await this.session.textVector(this.tokenizer.text(this.graph.labelOf(type)));
    const { types } = await this.session.project(new Float32Array(3 * ENCODER_WIDTH), text, ENCODER_WIDTH);
    this.#types.set(type, types);
    return types;
  }
}

/** Three texts of a relation, as in training: label, label with its first aliases, description. */
function relationTexts(relation: Relation): readonly string[] {
  return [relation.label, [relation.label, ...relation.aliases.slice(0, MOST_ALIASES)].join(', '), relation.description === '' ? relation.label : relation.description];
}

function addResiduals(vectors: Float32Array, graph: KnowledgeGraph, manifest: ModelManifest): void {
  const known = new Map(manifest.residuals.map((residual) => [residual.id, residual]));
  const width = vectors.length / (2 * graph.relations.length);
  for (const [k, relation] of graph.relations.entries()) {
    const residual = known.get(relation.id);
    if (residual === undefined || residual.label !== relation.label) continue;
    for (const [way, values] of residual.values.entries()) {
      const bytes = Buffer.from(values, 'base64');
      for (let j = 0; j < width; j++) vectors[(2 * k + way) * width + j] = (vectors[(2 * k + way) * width + j] ?? 0) + bytes.readInt8(j) * residual.scale;
    }
  }
}
