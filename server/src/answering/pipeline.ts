import type { KnownValues } from '../graph/knownValues';
import type { Lexicon } from '../graph/lexicon/lexicon';
import type { GateWeights } from '../model/bundle';
import type { Explanation, PlanName } from '../protocol';
import { CANDIDATES_SHOWN } from '../protocol';
import type { AnswerOptions } from './answerer';
import { readOut } from './answers';
import { cuesOf } from './cues';
import { explain } from './explanation';
import { forceRelations } from './force';
import { reason } from './hops';
import { spotMentions } from './mentions';
import { operate, type Operated } from './operations';
import { choosePlan, isPossible, PLANS as NAMES } from './plan';
import type { Field } from './programs';
import type { Reader } from './resolution';
import { resolve } from './resolution';
import { traceOf } from './trace/trace';

/** Answers with less than this part of the best one's score are not shown. */
const LEAST_PART = 1 / 2;

/** Everything that answering takes; made once (see {@link openPipeline}). */
export interface Pipeline {
  readonly reader: Reader;
  readonly lexicon: Lexicon;
  readonly field: Field;
  /** Dates and quantities of the graph, and when facts held; read when an operation first asks for them. */
  readonly values: () => KnownValues;
  readonly gate: GateWeights;
  /** A question is declined where "the graph does not hold the answer" is likelier than 1 − this. */
  readonly threshold: number;
}

/**
 * Answers one question. Reads like the papers' figure: mentions → resolution → hops and intersection → plan → operations → answers → explanation.
 *
 * @returns the whole trace; no answer in the graph is an empty list of answers
 */
export async function answerQuestion(pipeline: Pipeline, question: string, options: AnswerOptions = {}): Promise<Explanation> {
  const { reader, field } = pipeline;
  const began = performance.now();
  const spotting = spotMentions(reader.graph, pipeline.lexicon, question, options);
  const spotted = performance.now();
  const resolution = forceRelations(reader, spotting.words, await resolve(reader, spotting), options.forcedRelations);
  const read = performance.now();
  const { trace } = options;
  if (resolution === null) {
    const told = nothing(question, spotting.words, spotted - began, read - spotted);
    return trace === undefined ? told : { ...told, trace: traceOf(pipeline, spotting, null, trace) };
  }
  const reasoning = reason(field, resolution);
  const gate = choose(pipeline, resolution.heads.plan, reasoning.fit, options);
  const cues = cuesOf(question);
  const operated = listing(operate(field, pipeline.values, resolution, reasoning, gate, cues), options);
  const reached = readOut(field, resolution, reasoning, gate, operated, trace === undefined ? LEAST_PART : 0);
  const hopped = performance.now();
  const leading = reached[0];
  const none = (operated.choice[0] ?? 1) * (gate[NAMES.length] ?? 0);
  const answers = leading === undefined || none > 1 - pipeline.threshold ? [] : reached.filter((answer) => answer.score >= leading.score * LEAST_PART);
  const candidatesShown = options.allCandidates === true || trace !== undefined ? Infinity : CANDIDATES_SHOWN;
  const millis = { mentions: spotted - began, model: read - spotted, hops: hopped - read, rest: 0, total: hopped - began };
  const explanation = explain(field, { question, words: spotting.words, resolution, reasoning, gate, choice: operated.choice, cues, answers, leading, candidatesShown }, millis);
  const ended = performance.now();
  const told = { ...explanation, millis: { ...millis, rest: ended - hopped, total: ended - began } };
  return trace === undefined ? told : { ...told, trace: traceOf(pipeline, spotting, { resolution, reasoning, reached, shown: answers.length, explanation }, trace) };
}

/** The plan's probabilities; all on one where it is given, none on the intersection where the minimum is switched off. */
function choose(pipeline: Pipeline, text: Float32Array, fit: Parameters<typeof choosePlan>[2], options: AnswerOptions): number[] {
  const forced: PlanName | undefined = options.forcedPlan;
  if (forced !== undefined) {
    const given = NAMES.map((name, k) => (name === forced && isPossible(fit.best[k]) ? 1 : 0));
    return [...given, given.includes(1) ? 0 : 1];
  }
  const gate = choosePlan(pipeline.gate, text, fit);
  return options.noIntersection === true ? gate.map((p, k) => (NAMES[k] === 'intersection' ? 0 : p)) : gate;
}

/** The operations and what they give; where they are switched off only the share of listing, so that what is declined and how answers rank stay as they were. */
function listing(operated: Operated, options: AnswerOptions): Operated {
  return options.noOperations === true ? { choice: operated.choice.map((p, k) => (k === 0 ? p : 0)), outcomes: [] } : operated;
}

function nothing(question: string, words: Explanation['words'], mentions: number, model: number): Explanation {
  const millis = { mentions, model, hops: 0, rest: 0, total: mentions + model };
  return { question, words, mentions: [], plan: null, paths: [], intersection: null, operation: null, answers: [], summary: 'No words of this question name an entity of the graph.', millis };
}
