import { nameStandings } from '../../graph/lexicon/standing';
import type { Lexicon } from '../../graph/lexicon/lexicon';
import type { Probe, Trace, TraceFollow, TracePlan, TraceProgram, TraceRequest, Word } from '../../protocol';
import { startOf, type Reasoning } from '../hops';
import type { Spotting } from '../mentions';
import { PLANS } from '../plan';
import { best, type Field } from '../programs';
import type { Reader, Resolution } from '../resolution';
import { probeEntity } from './probeEntity';
import { probeRelation } from './probeRelation';
import { plansOf, stepOf, type Traced } from './traced';

/** Programs of each plan that are listed, and paths that were followed. */
const PROGRAMS_TOLD = 25;
const FOLLOWED_TOLD = 60;

/** What asks the graph and the lexicon. */
export interface Tracer {
  readonly reader: Reader;
  readonly lexicon: Lexicon;
  readonly field: Field;
}

/** The trace of a question: numbers that were computed anyway, told. Null for what was not reached (no span names an entity). */
export function traceOf(tracer: Tracer, spotting: Spotting, traced: Traced | null, request: TraceRequest): Trace {
  const { reader } = tracer;
  const { graph } = reader;
  const tokens = traced?.resolution.tokens ?? reader.tokenizer.question(spotting.words.map((word) => word.text));
  const probes = request.about.flatMap((id): Probe[] => {
    const node = graph.nodeOf(id);
    if (node !== undefined) {
      const { label, aliases } = graph.entity(node);
      return [probeEntity(tracer.field, node, nameStandings(tracer.lexicon, spotting.words, node, [label, ...aliases], spotting.spans), traced)];
    }
    const relation = graph.relationOf(id);
    if (relation === undefined) return [{ kind: 'unknown', id }];
    return traced === null ? [] : [0, 1].map((way) => probeRelation(tracer.field, 2 * relation + way, traced));
  });
  return {
    tokens: [...tokens.ids].map((id, at) => ({ id, text: reader.tokenizer.textOf(id), word: wordOf(tokens, at) })),
    spans: traced === null ? [] : spansOf(traced.resolution, spotting.words),
    planText: traced === null ? [] : [...traced.resolution.heads.plan],
    fit: traced === null ? [] : PLANS.map((_, k) => {
      const raw = traced.reasoning.fit.best[k] ?? -Infinity;
      return { best: raw > -9e3 ? raw : null, sure: traced.reasoning.fit.sure[k] ?? 0 };
    }),
    regret: traced?.reasoning.fit.regret ?? 0,
    programs: traced === null ? [] : programsOf(tracer.field, traced),
    followed: traced === null ? [] : followedOf(tracer.field, traced.reasoning),
    probes,
  };
}

function wordOf({ first, last }: { readonly first: Int32Array; readonly last: Int32Array }, token: number): number {
  return first.findIndex((from, word) => from >= 0 && from <= token && token < (last[word] ?? 0));
}

function spansOf({ spans, heads }: Resolution, words: readonly Word[]): Trace['spans'] {
  return spans.map((span, k) => {
    const [start, end] = [words[span.firstWord]?.start ?? 0, words[span.lastWord - 1]?.end ?? 0];
    const text = words.slice(span.firstWord, span.lastWord).map((word) => word.text).join(' ');
    return { start, end, text, starts: heads.span[k] ?? 0, takesPart: heads.meet[k] ?? 0, candidates: span.candidates.length };
  });
}

function programsOf(field: Field, { resolution, reasoning }: Traced): TracePlan[] {
  return plansOf(reasoning).map(([name, programs]) => ({
    name, count: programs.count, truncated: programs.truncated,
    best: best(programs, PROGRAMS_TOLD).map((p): TraceProgram => {
      const start = startOf(programs, resolution.nodes, p);
      return {
        mention: resolution.spanOf[programs.candidate[p] ?? 0] ?? 0, id: field.graph.idOf(start), label: field.graph.labelOf(start),
        relations: programs.relations.map((relation) => stepOf(field, relation[p] ?? 0)), score: programs.score[p] ?? 0,
      };
    }),
  }));
}

/** The paths that were followed: the keys of the cache are the start node and the relations. */
function followedOf(field: Field, { followed }: Reasoning): TraceFollow[] {
  return [...followed].slice(0, FOLLOWED_TOLD).map(([key, { frontiers, truncated }]) => {
    const [start = 0, ...path] = key.split(' ').map(Number);
    return {
      id: field.graph.idOf(start), label: field.graph.labelOf(start), relations: path.map((directed) => stepOf(field, directed)),
      reached: frontiers.map((frontier) => frontier.length), truncated,
    };
  });
}
