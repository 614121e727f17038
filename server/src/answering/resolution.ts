import type { Tensor } from 'onnxruntime-node';
import type { Groups } from '../graph/groups';
import type { KnowledgeGraph, Node } from '../graph/knowledgeGraph';
import { FEATURES } from '../graph/lexicon/candidateFeatures';
import type { HeadOutput, Session } from '../model/session';
import type { Tokenizer, Tokens } from '../model/tokenizer';
import type { GraphVectors } from './graphVectors';
import type { Place } from './intersection';
import type { Possible, Spotted, Spotting } from './mentions';

/** Types of a candidate that the model looks at; the same in training. */
const MOST_TYPES = 6;

/** Step 2, resolution: candidates of all spans in one list, with everything that the model says of the question. */
export interface Resolution {
  readonly spans: readonly Spotted[];
  readonly places: readonly Place[];
  readonly tokens: Tokens;
  readonly candidates: readonly Possible[];
  readonly nodes: readonly Node[];
  /** Span of each candidate. */
  readonly spanOf: Int32Array;
  /** Raw score of each candidate without its relations: span + name + fit + prior. */
  readonly score: Float64Array;
  readonly heads: HeadOutput;
  readonly directedCount: number;
  readonly slots: number;
}

/** Raw score of a directed relation in a slot of the decoder (training/hoplens_training/heads.py) for a candidate's span. */
export function relationScore(resolution: Resolution, candidate: number, slot: number, directed: number): number {
  const span = resolution.spanOf[candidate] ?? 0;
  return resolution.heads.relation[(span * resolution.slots + slot) * resolution.directedCount + directed] ?? 0;
}

/** What is asked of the model: graph, sessions and vectors. */
export interface Reader {
  readonly graph: KnowledgeGraph;
  readonly groups: Groups;
  readonly session: Session;
  readonly tokenizer: Tokenizer;
  readonly vectors: GraphVectors;
}

/** Runs encoder and heads. Null when no span is left within the model's length. */
export async function resolve(reader: Reader, spotting: Spotting): Promise<Resolution | null> {
  const tokens = reader.tokenizer.question(spotting.words.map((word) => word.text));
  const spans: Spotted[] = [];
  const places: Place[] = [];
  for (const span of spotting.spans) {
    const place = tokenRange(tokens, span);
    if (place === undefined) continue;
    spans.push(span);
    places.push(place);
  }
  const candidates = spans.flatMap((span) => span.candidates);
  if (candidates.length === 0) return null;
  const spanOf = Int32Array.from(spans.flatMap((span, k) => span.candidates.map(() => k)));
  const features = new Float32Array(candidates.length * FEATURES);
  const nodes = candidates.map((candidate) => candidate.node);
  const typeWidth = reader.vectors.typeWidth;
  const types = new Float32Array(candidates.length * typeWidth);
  for (const [k, candidate] of candidates.entries()) {
    for (let j = 0; j < FEATURES; j++) features[k * FEATURES + j] = (candidate.features[j] ?? 0) / 255;
    await reader.vectors.writeTypes(reader.graph.typesOf(candidate.node).slice(0, MOST_TYPES), types, k * typeWidth);
  }
  const hidden: Tensor = await reader.session.encode(tokens.ids);
  const heads = await reader.session.heads(hidden, { spans: places.map((place) => [place.from, place.to] as const), features, owner: spanOf, types }, reader.vectors.relations);
  const score = Float64Array.from(candidates, (_, k) => (heads.span[spanOf[k] ?? 0] ?? 0) + (heads.name[k] ?? 0) + (heads.fit[k] ?? 0) + (heads.prior[k] ?? 0));
  const directedCount = 2 * reader.graph.relations.length;
  return { spans, places, tokens, candidates, nodes, spanOf, score, heads, directedCount, slots: heads.relation.length / (directedCount * spans.length) };
}

function tokenRange(tokens: Tokens, span: Spotted): Place | undefined {
  let from = -1;
  let to = -1;
  for (let word = span.firstWord; word < span.lastWord; word++) {
    const first = tokens.first[word] ?? -1;
    if (first < 0) continue;
    if (from < 0) from = first;
    to = tokens.last[word] ?? to;
  }
  return from < 0 ? undefined : { from, to };
}
