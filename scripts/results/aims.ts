import { calibrationError } from '../../server/src/evaluation/confidence';
import { percent, table } from './markdown';
import { HELD_OUT, isByHand } from './sets';
import type { Results, Tables } from './shape';

/** One number of an aim: what it is called, what was measured (null: it was not), and the bound. */
interface Part {
  readonly name: string;
  readonly value: number | null;
  readonly aim: number;
  /** The aim is a most, not a least. */
  readonly most?: boolean;
  /** Written as it is, with this unit; a share is written in per cent. */
  readonly unit?: string;
}

interface Aim {
  readonly on: string;
  readonly parts: readonly Part[];
  /** What a reader must know beside the number. */
  readonly note?: string;
}

type Measure = (name: string) => Results['sets'][string] | undefined;

/** The aims of issue 4, in its order, each with what was measured. */
function aimsOf(results: Results, other: Tables, peers: Tables): Aim[] {
  const set: Measure = (name) => results.sets[name];
  const hits = (name: string): number | null => set(name)?.report.hits1 ?? null;
  const above = (name: string): number | null => {
    const own = set(name);
    return own === undefined || own.noIntersection === null ? null : own.report.hits1 - own.noIntersection;
  };
  const told = (name: string, k: number): number | null => other.aims[name]?.[k] ?? peers.aims[name]?.[k] ?? null;
  const parts = (name: string, labels: readonly string[], aims: readonly number[]): Part[] => labels.map((label, k) => ({ name: label, value: told(name, k), aim: aims[k] ?? 0 }));
  const simple = set('simpleq_valid_answerable')?.report;
  return [
    {
      on: '`simpleq_valid_answerable`, end to end',
      parts: [
        { name: 'Hits@1', value: simple?.hits1 ?? null, aim: 0.97 }, { name: 'entity', value: simple?.entityAccuracy ?? null, aim: 0.965 },
        { name: 'HARD', value: simple?.hard.hits1 ?? null, aim: 0.97 }, { name: 'strict', value: simple?.hits1Strict ?? null, aim: 0.81 },
      ],
    },
    { on: 'end to end against gold entity given, where all gold entities are candidates, points', parts: gaps(results), note: 'negative: with the gold entity given it is worse' },
    { on: '`wwq_dev_a`, strict, all questions', parts: [{ name: 'strict', value: set('wwq_dev_a')?.report.hits1Strict ?? null, aim: 0.36 }] },
    { on: '`mintaka_dev_a`, all types', parts: [{ name: 'Hits@1', value: hits('mintaka_dev_a'), aim: 0.16 }] },
    {
      on: 'conjunctive, plan chosen',
      parts: [
        { name: 'held-out wordings', value: hits(`${HELD_OUT}intersection`), aim: 0.88 }, { name: 'by hand', value: hits('by hand: conjunctive'), aim: 0.82 },
        { name: 'held-out, above no intersection', value: above(`${HELD_OUT}intersection`), aim: 0.4 }, { name: 'by hand, above no intersection', value: above('by hand: conjunctive'), aim: 0.4 },
      ],
    },
    { on: 'two-hop, plan chosen', parts: [{ name: 'held-out wordings', value: hits(`${HELD_OUT}two-hop`), aim: 0.9 }, { name: 'by hand', value: hits('by hand: two-hop'), aim: 0.88 }] },
    { on: 'written by hand, plan chosen', parts: [{ name: 'one-hop', value: hits('by hand: one-hop'), aim: 0.88 }, { name: 'shared names', value: hits('by hand: ambiguous'), aim: 0.8 }] },
    { on: 'MetaQA fine-tuned, own resolution', parts: parts('metaqa fine-tuned', ['1 hop', '2 hops', '3 hops'], [0.97, 0.98, 0.99]) },
    { on: 'MetaQA zero-shot', parts: parts('metaqa zero-shot', ['1 hop', '2 hops', '3 hops'], [0.9, 0.82, 0.7]) },
    { on: 'WorldCup2014 conjunctive', parts: parts('worldcup2014 conjunctive', ['fine-tuned', 'zero-shot'], [0.99, 0.95]) },
    { on: 'PathQuestion fine-tuned', parts: parts('pathquestion fine-tuned', ['2H', '3H'], [0.96, 0.95]) },
    { on: 'held-out relations, entities with 4 groups or more', parts: parts('held-out relations', ['Hits@1'], [0.8]) },
    {
      on: 'shipped int8 against fp32 PyTorch, points apart',
      parts: [
        { name: 'simpleq_valid_answerable', value: apart(results, ['simpleq_valid_answerable']), aim: 0.005, most: true }, { name: 'wwq_dev_a', value: apart(results, ['wwq_dev_a']), aim: 0.005, most: true },
        { name: 'by hand', value: apart(results, SAME_GOLD), aim: 0.005, most: true }, { name: 'same trace on 50 questions, greatest difference of a probability', value: results.traces.length === 0 ? null : Math.max(...results.traces.map(({ greatest }) => greatest)), aim: 0.01, most: true, unit: '' },
      ],
      note: 'the greater of the differences of Hits@1 and of strict; by hand: all that list, as one',
    },
    { on: 'calibration: expected calibration error', parts: calibration(results) },
    {
      on: 'time for one question, TypeScript, milliseconds',
      parts: [
        { name: 'p50', value: results.pooled.millis.n === 0 ? null : results.pooled.millis.p50, aim: 5, most: true, unit: ' ms' }, { name: 'p99', value: results.pooled.millis.n === 0 ? null : results.pooled.millis.p99, aim: 20, most: true, unit: ' ms' },
        { name: 'times as fast as PyTorch', value: ratio(results), aim: 5, unit: '×' },
      ],
      note: `over all questions of this page, load average ${String(results.load)} when it began`,
    },
  ];
}

/** Points by which the gold entity given is better, by set; the questions by hand as one. */
function gaps(results: Results): Part[] {
  const named = Object.entries(results.sets).map(([name, { linked }]) => ({ name: isByHand(name) ? 'by hand' : name, linked })).filter(({ name }) => !name.startsWith(HELD_OUT) && name !== 'first fifty');
  return [...new Set(named.map(({ name }) => name))].map((name): Part => {
    const mine = named.filter((one) => one.name === name && one.linked.n > 0);
    const n = mine.reduce((sum, { linked }) => sum + linked.n, 0);
    const gap = mine.reduce((sum, { linked }) => sum + linked.n * ((linked.given ?? 0) - (linked.own ?? 0)), 0) / Math.max(1, n);
    return { name, value: n === 0 ? null : gap, aim: 0.01, most: true };
  });
}

/** Each set by itself, and all of them as one. Of questions without any answer those that are answered are wrong by definition: they count in the whole only. */
function calibration(results: Results): Part[] {
  const sets = Object.entries(results.sets).filter(([name]) => !name.startsWith(HELD_OUT) && name !== 'first fifty');
  const whole: Part = { name: 'these sets as one', value: pooledError(sets.map(([, { report }]) => report.confidence)), aim: 0.05, most: true, unit: '' };
  return [whole, ...sets.filter(([name]) => name !== 'by hand: unanswerable').map(([name, { report }]): Part => ({ name, value: report.confidence.error, aim: 0.05, most: true, unit: '' }))];
}

/** Expected calibration error over the questions of several sets: the bins of the same scores put together. */
export function pooledError(measured: readonly Results['sets'][string]['report']['confidence'][]): number | null {
  const all = measured.flatMap((one) => one.bins);
  return calibrationError([...new Set(all.map(({ from }) => from))].map((from) => {
    const same = all.filter((bin) => bin.from === from);
    const n = same.reduce((sum, bin) => sum + bin.n, 0);
    const mean = (of: (bin: (typeof same)[number]) => number): number => same.reduce((sum, bin) => sum + bin.n * of(bin), 0) / Math.max(1, n);
    return { n, score: mean(({ score }) => score), right: mean(({ right }) => right) };
  }));
}

/** The questions by hand whose gold answers are counted alike in TypeScript and in training's report. */
const SAME_GOLD = ['one-hop', 'ambiguous', 'two-hop', 'three-hop', 'conjunctive'].map((name) => `by hand: ${name}`);

/** How far the int8 bundle and PyTorch are apart over the questions of some sets; null where one of them was not measured in both. */
function apart(results: Results, names: readonly string[]): number | null {
  let [n, hits, strict] = [0, 0, 0];
  for (const name of names) {
    const [own, theirs] = [results.sets[name]?.report, results.fp32[name]?.endToEnd];
    if (own === undefined || theirs?.hits1 == null || theirs.hits1Strict === null) return null;
    n += own.n;
    hits += own.n * (own.hits1 - theirs.hits1);
    strict += own.n * (own.hits1Strict - theirs.hits1Strict);
  }
  return n === 0 ? null : Math.max(Math.abs(hits), Math.abs(strict)) / n;
}

/** What the benchmark printed as "ratio at p50". */
function ratio({ bench }: Results): number | null {
  const found = bench.map((line) => /ratio at p50 ([\d.]+)/.exec(line)?.[1]).find((value) => value !== undefined);
  return found === undefined ? null : Number(found);
}

const written = (value: number, { unit }: Part): string => (unit === undefined ? percent(value) : `${String(Math.round(value * 1000) / 1000)}${unit}`);
const isReached = ({ value, aim, most }: Part): boolean => value !== null && (most === true ? value <= aim : value >= aim);

/** What was measured; in bold where it misses, with as many digits as it takes to see that it does. */
function measuredText(part: Part): string {
  if (part.value === null) return 'not measured';
  if (isReached(part)) return written(part.value, part);
  const short = written(part.value, part);
  return `**${short === written(part.aim, part) ? String(Math.round(part.value * 1e6) / (part.unit === undefined ? 1e4 : 1e6)) : short}**`;
}

/** How many aims are reached, in a sentence. */
export function aimsSummary(results: Results, other: Tables, peers: Tables): string {
  const aims = aimsOf(results, other, peers);
  const open = aims.filter(({ parts }) => parts.every(({ value }) => value === null)).length;
  const reached = aims.filter(({ parts }) => parts.length > 0 && parts.every(isReached)).length;
  return `${String(reached)} of ${String(aims.length)} aims are reached, ${String(aims.length - reached - open)} are not or in part, ${String(open)} were not measured.`;
}

/** The table of aims: nothing is rounded up, what was not measured says so, and an aim counts as reached only where all of its numbers are. */
export function aimsTable(results: Results, other: Tables, peers: Tables): string {
  return table(['on', 'aim', 'measured', 'reached'], aimsOf(results, other, peers).map(({ on, parts, note }) => {
    const bound = (part: Part): string => `${part.most === true ? '≤' : '≥'} ${written(part.aim, part)}`;
    const same = new Set(parts.map(bound)).size === 1;
    const aim = same && parts[0] !== undefined ? bound(parts[0]) : parts.map((part) => `${part.name} ${bound(part)}`).join('; ');
    const measured = parts.every(({ value }) => value === null) ? 'not measured'
      : parts.map((part) => `${parts.length === 1 ? '' : `${part.name} `}${measuredText(part)}`).join('; ');
    const reached = parts.filter(isReached).length;
    const missing = parts.filter(({ value }) => value === null).length;
    const verdict = missing === parts.length ? 'not measured' : reached === parts.length ? 'yes' : `${String(reached)} of ${String(parts.length)}${missing > 0 ? `, ${String(missing)} not measured` : ''}`;
    return [on, aim, `${measured}${note === undefined ? '' : ` (${note})`}`, verdict];
  }), [0, 1, 2, 3]);
}
