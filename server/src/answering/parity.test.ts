import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { knownValues } from '../graph/knownValues';
import { OPERATION_NAMES } from '../protocol';
import { cuesOf } from './cues';
import { reason } from './hops';
import { operate } from './operations';
import { choosePlan, PLANS } from './plan';
import type { Programs } from './programs';
import type { Resolution } from './resolution';
import { smallField } from './smallGraph';

interface Parity {
  readonly question: string;
  readonly gold: string;
  readonly triples: [string, string, string][];
  readonly literals: [string, string, number][];
  readonly held: [string, string, string, number, number | null][];
  readonly mentions: { readonly from: number; readonly to: number; readonly candidates: string[] }[];
  readonly said: { readonly relation: Record<string, number>[][]; readonly candidate: number[][]; readonly meet: number[]; readonly plan: number[]; readonly operation: number[] };
  readonly expected: {
    readonly gate: Record<string, number>; readonly chains: Record<string, Record<string, number>>; readonly meeting: Record<string, number>; readonly choice: Record<string, number>;
    readonly operations: Record<string, number>;
  };
}

const file = JSON.parse(readFileSync(new URL('../../../test/parity/question.json', import.meta.url), 'utf8')) as Parity;
const date = (year: number | null): string => (year === null ? '' : `^${String(year)}-01-01T00:00:00Z/9`);
const field = smallField(
  file.triples, file.literals.map(([s, r, year]) => [s, r, date(year), 'time'] as const),
  file.held.map(([subject, relation, object, from, to]) => ({ subject, relation, object, from: date(from), to: date(to) })),
);
const { graph } = field;
const { resolution, reasoning, gate, operated } = served();

/** Serving's reasoning over what the file says that the model said. */
function served() {
  const nodes = file.mentions.flatMap(({ candidates }) => candidates.map((id) => graph.nodeOf(id) ?? -1));
  const directedCount = 2 * graph.relations.length;
  const slots = file.said.relation[0]?.length ?? 0;
  const relation = Float32Array.from(file.said.relation.flatMap((bySlot) => bySlot.flatMap((row) => graph.relations.flatMap(({ id }) => [row[id] ?? NaN, row[`^${id}`] ?? NaN]))));
  const zeros = new Float32Array(nodes.length);
  const made: Resolution = {
    spans: file.mentions.map(() => ({ firstWord: 0, lastWord: 1, candidates: [] })),
    places: file.mentions.map(({ from, to }) => ({ from, to })),
    tokens: { ids: Array.from({ length: 8 }, () => 0), first: new Int32Array(), last: new Int32Array() },
    candidates: [], nodes, spanOf: Int32Array.from(file.mentions.flatMap(({ candidates }, k) => candidates.map(() => k))), score: Float64Array.from(file.said.candidate.flat()),
    directedCount, slots,
    heads: { attention: zeros, relation, span: zeros, meet: Float32Array.from(file.said.meet), name: zeros, fit: zeros, prior: zeros, plan: Float32Array.from(file.said.plan), operation: Float32Array.from(file.said.operation) },
  };
  const reasoned = reason(field, made);
  const none = { hidden: [], hiddenBias: [], out: file.said.plan.map(() => []), outBias: file.said.plan.map(() => 0) };
  const chosen = choosePlan(none, made.heads.plan, reasoned.fit);
  return { resolution: made, reasoning: reasoned, gate: chosen, operated: operate(field, () => knownValues(graph, field.groups), made, reasoned, chosen, cuesOf(file.question)) };
}

function near(found: Readonly<Record<string, number>>, expected: Readonly<Record<string, number>>): void {
  expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort());
  for (const [key, value] of Object.entries(expected)) expect(found[key], key).toBeCloseTo(value, 4);
}

function named(programs: Programs): Record<string, number> {
  const step = (directed: number): string => ((directed & 1) === 1 ? '^' : '') + (graph.relations[directed >> 1]?.id ?? '');
  return Object.fromEntries(Array.from({ length: programs.count }, (_, p) => [
    [graph.labelOf(resolution.nodes[programs.candidate[p] ?? 0] ?? 0), ...programs.relations.map((relation) => step(relation[p] ?? 0))].join(' / '), programs.score[p] ?? 0,
  ]));
}

/** training/tests/test_parity.py holds training to the same file: the two follow alike (Cohen et al. 2020), meet alike (Sen et al. 2021) and operate alike. */
describe('serving scores the question as training does', () => {
  it('lists the same programs of one, two and three hops with the same probabilities', () => {
    PLANS.slice(0, 3).forEach((plan, k) => {
      const programs = reasoning.chains[k];
      if (programs !== undefined) near(named(programs), file.expected.chains[plan] ?? {});
    });
  });

  it('finds the same meetings', () => {
    const total = reasoning.met.meetings.reduce((sum, { mass }) => sum + mass, 0);
    const share: Record<string, number> = {};
    for (const { object, mass } of reasoning.met.meetings) share[graph.labelOf(object)] = (share[graph.labelOf(object)] ?? 0) + mass / total;
    near(share, file.expected.meeting);
  });

  it('chooses the plan and the operation alike', () => {
    near(Object.fromEntries([...PLANS, 'none'].map((name, k) => [name, gate[k] ?? 0])), file.expected.gate);
    near(Object.fromEntries(OPERATION_NAMES.map((name, k) => [name, operated.choice[k] ?? 0])), file.expected.choice);
  });

  it('gives the gold answer the same share of every operation', () => {
    const shares = Object.fromEntries(OPERATION_NAMES.slice(1).map((name) => [
      name, operated.outcomes.filter(({ operation, node }) => operation === name && node === graph.nodeOf(file.gold)).reduce((sum, { share }) => sum + share, 0),
    ]));
    near(shares, file.expected.operations);
  });
});
