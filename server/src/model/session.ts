import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { Bundle } from './bundle';
import { ModelError } from './modelError';

/** What the heads take besides the hidden states: token ranges of spans, and the candidates with their features and types. */
export interface HeadInput {
  /** [S, 2] token ranges, half-open. */
  readonly spans: readonly (readonly [number, number])[];
  /** [C, features] row-major. */
  readonly features: Float32Array;
  /** Span of each candidate [C]. */
  readonly owner: Int32Array;
  /** [C, typeWidth] row-major: mean of the candidate's types. */
  readonly types: Float32Array;
}

/** Raw scores. Shapes: T tokens, S spans, 8 slots, D directed relations, C candidates. */
export interface HeadOutput {
  /** [S, 8, T], sums to 1 over T. */
  readonly attention: Float32Array;
  /** [S, 8, D]. */
  readonly relation: Float32Array;
  readonly span: Float32Array;
  readonly meet: Float32Array;
  readonly name: Float32Array;
  readonly fit: Float32Array;
  readonly prior: Float32Array;
  /** [5] logits of the plans and of no answer from the words. */
  readonly plan: Float32Array;
  /** [13] logits of the operations from the words. */
  readonly operation: Float32Array;
}

/**
 * The weights lie in the file as int8 and are made floats once, when it is opened (the runtime would else do so at every run): the model was trained with exactly
 * these weights, and its products are of floats. Helpers do not spin while they wait: they would take the core that the rest of the pipeline runs on.
 */
const OPTIONS = {
  interOpNumThreads: 1, graphOptimizationLevel: 'all', executionMode: 'sequential', extra: { session: { disable_quant_qdq: '1', intra_op: { allow_spinning: '0' } } },
} as const;

async function open(bytes: Uint8Array, name: string, threads: number): Promise<InferenceSession> {
  try {
    return await InferenceSession.create(bytes, { ...OPTIONS, intraOpNumThreads: threads });
  } catch (error) {
    throw new ModelError(`onnxruntime cannot open ${name}: ${error instanceof Error ? error.message : String(error)}. On a platform without a binary (darwin-x64), run HopLens on another machine; else export the bundle again.`);
  }
}

function floats(output: InferenceSession.OnnxValueMapType, name: string): Float32Array {
  const value = output[name];
  if (value === undefined || !(value.data instanceof Float32Array)) throw new ModelError(`the model has no output ${name}: export the bundle again`);
  return value.data;
}

/** The bundle's sessions. Created once: creating and releasing sessions leaks in onnxruntime-node. Runs on the calling thread, with helpers where it was opened with several threads. */
export class Session {
  readonly #encoder: InferenceSession;
  readonly #heads: InferenceSession;
  #vectors: InferenceSession | undefined;
  readonly #bundle: Bundle;

  private constructor(bundle: Bundle, encoder: InferenceSession, heads: InferenceSession, private readonly threads: number) {
    this.#bundle = bundle;
    this.#encoder = encoder;
    this.#heads = heads;
  }

  /**
   * @param threads that share the products of one question
   * @throws ModelError when onnxruntime refuses a file
   */
  static async create(bundle: Bundle, threads = 1): Promise<Session> {
    const [encoder, heads] = await Promise.all([open(bundle.encoder, 'encoder.onnx', threads), open(bundle.heads, 'heads.onnx', threads)]);
    return new Session(bundle, encoder, heads, threads);
  }

  /** Hidden states [1, T, 384] of one question. */
  async encode(ids: readonly number[]): Promise<Tensor> {
    const shape = [1, ids.length];
    const output = await this.#encoder.run({
      ids: new Tensor('int64', BigInt64Array.from(ids, BigInt), shape),
      mask: new Tensor('float32', new Float32Array(ids.length).fill(1), shape),
    });
    const hidden = output['hidden'];
    if (hidden === undefined) throw new ModelError('encoder.onnx has no output hidden: export the bundle again');
    return hidden;
  }

  /** Everything that the heads say of one question; `relations` is [D, width], made by {@link RelationMatrix}. */
  async heads(hidden: Tensor, input: HeadInput, relations: Tensor): Promise<HeadOutput> {
    const tokens = hidden.dims[1] ?? 0;
    const candidates = input.owner.length;
    const output = await this.#heads.run({
      hidden,
      mask: new Tensor('float32', new Float32Array(tokens).fill(1), [1, tokens]),
      span_row: new Tensor('int64', new BigInt64Array(input.spans.length), [input.spans.length]),
      spans: new Tensor('int64', BigInt64Array.from(input.spans.flat(), BigInt), [input.spans.length, 2]),
      features: new Tensor('float32', input.features, [candidates, input.features.length / candidates]),
      owner: new Tensor('int64', BigInt64Array.from(input.owner, BigInt), [candidates]),
      types: new Tensor('float32', input.types, [candidates, input.types.length / candidates]),
      relations,
    });
    return {
      attention: floats(output, 'attention'), relation: floats(output, 'relation'), span: floats(output, 'span'), meet: floats(output, 'meet'),
      name: floats(output, 'name'), fit: floats(output, 'fit'), prior: floats(output, 'prior'), plan: floats(output, 'plan'),
      operation: floats(output, 'operation'),
    };
  }

  /** Mean-pooled text vector [384] of one label or description. */
  async textVector(ids: readonly number[]): Promise<Float32Array> {
    const hidden = await this.encode(ids);
    if (!(hidden.data instanceof Float32Array)) throw new ModelError('encoder.onnx does not give float32: export the bundle again');
    const width = hidden.dims[2] ?? 0;
    const mean = new Float32Array(width);
    for (let t = 0; t < ids.length; t++) for (let k = 0; k < width; k++) mean[k] = (mean[k] ?? 0) + (hidden.data[t * width + k] ?? 0) / ids.length;
    return mean;
  }

  /** Relation texts [R, 3, 384] and type texts [Y, 384] → directed relation vectors [2R, w] and type vectors [Y, v]. */
  async project(relationTexts: Float32Array, typeTexts: Float32Array, width: number): Promise<{ relations: Float32Array; types: Float32Array }> {
    this.#vectors ??= await open(this.#bundle.vectors, 'vectors.onnx', this.threads);
    const output = await this.#vectors.run({
      relation_texts: new Tensor('float32', relationTexts, [relationTexts.length / (3 * width), 3, width]),
      type_texts: new Tensor('float32', typeTexts, [typeTexts.length / width, width]),
    });
    return { relations: floats(output, 'relations'), types: floats(output, 'types') };
  }
}
