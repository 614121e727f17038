import { z } from 'zod';
import { answerQuestion, type Pipeline } from '../../server/src/answering/pipeline';
import type { TracePlan } from '../../server/src/protocol';
import type { TraceDifference } from './shape';

const program = z.object({ start: z.string(), relations: z.array(z.string()), p: z.number() });
const traced = z.object({ question: z.string(), plan: z.record(z.string(), z.number()), programs: z.record(z.string(), z.array(program)) });
const CLOSE = 0.01;

/** Sets what PyTorch says of questions (hoplens_training.traces) beside what the bundle says: the plan's probabilities, and the likeliest programs of each plan. */
export async function compareTraces(pipeline: Pipeline, text: string): Promise<TraceDifference[]> {
  const greatest = new Map<string, number[]>();
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const theirs = traced.parse(JSON.parse(line));
    const told = await answerQuestion(pipeline, theirs.question, { trace: { about: [] } });
    const own: Record<string, number> = told.plan === null ? {} : { ...told.plan.scores, none: told.plan.none };
    const found = [['plan', Math.max(...Object.entries(theirs.plan).map(([name, p]) => Math.abs(p - (own[name] ?? 0))))] as const,
      ...Object.entries(theirs.programs).map(([name, programs]) => [`programs: ${name}`, difference(programs, told.trace?.programs.find((plan) => plan.name === name))] as const)];
    for (const [what, value] of found) greatest.set(what, [...(greatest.get(what) ?? []), value]);
  }
  return [...greatest].map(([what, values]) => ({
    what, n: values.length, greatest: Math.max(...values), mean: values.reduce((sum, value) => sum + value, 0) / values.length, within: values.filter((value) => value <= CLOSE).length,
  }));
}

/** The greatest difference over the programs that PyTorch lists; where an entity stands at several spans its likeliest counts. One that the bundle does not list has at most the probability of the last that it does. */
export function difference(programs: readonly z.infer<typeof program>[], plan: Pick<TracePlan, 'best'> | undefined): number {
  const own = new Map<string, number>();
  const last = plan?.best.at(-1)?.score ?? 0;
  for (const { id, relations, score } of plan?.best ?? []) {
    const key = [id, ...relations.map((step) => `${step.inverse ? '^' : ''}${step.id}`)].join(' ');
    own.set(key, Math.max(own.get(key) ?? 0, score));
  }
  return programs.reduce((most, { start, relations, p }) => Math.max(most, Math.abs(p - (own.get([start, ...relations].join(' ')) ?? Math.min(p, last)))), 0);
}
