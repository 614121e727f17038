import { aimsSummary, aimsTable } from './aims';
import { causesTable } from './causes';
import { percent, table } from './markdown';
import { seedsTable } from './seeds';
import { HELD_OUT, isByHand } from './sets';
import type { Declined, PlainTable, Results, SetResult, Tables } from './shape';

/**
 * What the graph allows at best, from the notes of an earlier experiment over the same extract (expected Hits@1 of the best path of at most two hops, or meeting
 * of two, from a gold entity; no operations): all questions of the set, and Mintaka's complexities.
 */
const BEST: Readonly<Record<string, number>> = { wwq_dev_a: 0.467, mintaka_dev_a: 0.174, rubq2_dev: 0.213 };
const BEST_MINTAKA: Readonly<Record<string, number>> = { intersection: 0.26, difference: 0.18, superlative: 0.18, generic: 0.15, ordinal: 0.15, comparative: 0.14, multihop: 0.1 };
const PLANS = ['one-hop', 'two-hop', 'three-hop', 'intersection'];

type Entry = readonly [string, SetResult];

/** The page from the numbers: nothing in it is written by hand. */
export function render(results: Results, other: Tables, peers: Tables): string {
  const sets: Entry[] = Object.entries(results.sets);
  return `# Results

Written by \`node scripts/results.mjs --data FOLDER\` from \`docs/results.json\`; not by hand. Commit ${results.commit}${results.changed.length === 0 ? '' : ` with uncommitted changes in ${results.changed.join(', ')}`}, ${results.date}, ${results.machine}, load average ${results.load} when it began, Node ${results.node}; ${results.modelName} (${results.model}), graph of ${results.graph}, threshold for an answer ${results.minimumScore}; ${results.runs.length === 0 ? '1 seed' : `${results.runs.length} seeds of the last step of training (below)`}.

The int8 bundle over its graph, through the code of \`hoplens evaluate\`: own resolution, plan and operation chosen by the model. **Every question counts in the denominator**; ties count in expectation. *Hits@1*: where the row names the gold fact, any object of its entity and relation counts; *strict*: only the row's own answers. *Entity*: a gold entity is the winner of a mention on a leading path. *Recall*: gold entities of the graph that are candidates. *Gold entity*: Hits@1 with the gold entities given, over the questions whose gold entities are in the graph. *ECE*: expected calibration error of the top answer's score. *Best*: what the graph allows at best without operations (see below).

${endToEnd(sets, results)}

## Aims

The aims of this stage, and what was measured. **Bold**: not reached. Numbers are per cent unless they carry a unit; a number that misses is written with the digits that show it. An aim is reached where all of its numbers are. ${aimsSummary(results, other, peers)}

${aimsTable(results, other, peers)}

## Plan chosen and plan given

*Plan given*: the plan that the set was made for is forced. *No minimum*: the intersection switched off.

${table(['set', 'n', 'plan chosen', 'plan given', 'no minimum'], sets.filter(([, set]) => set.planGiven !== null).map(([name, set]) => [name, set.report.n, percent(set.report.hits1), percent(set.planGiven), percent(set.noIntersection)]))}

## HARD and the control

HARD: the gold entity has five or more relation-direction groups. The control knows the gold entity and answers with its relation that the training questions ask most often, without reading the question. A score on this set means little without both.

${table(['set', 'n', 'Hits@1', 'control', 'HARD n', 'HARD Hits@1', 'control on HARD', 'relation accuracy'], sets.filter(([, { report }]) => report.hard.n > 0).map(([name, { report: r }]) => [name, r.n, percent(r.hits1), percent(r.control.hits1), r.hard.n, percent(r.hard.hits1), percent(r.control.hard), percent(r.relationAccuracy)]))}

## Operations

${operations(sets)}

## Mintaka by complexity

${mintaka(results.sets['mintaka_dev_a'])}

## RuBQ by what gold is

${rubq(results.sets['rubq2_dev'])}

## Which plan and which operation was used

${table(['set', ...PLANS], sets.map(([name, { report }]) => [name, ...PLANS.map((plan) => report.plans[plan] ?? 0)]))}

${used(sets)}

## No answer

A question is declined where the probability that the graph does not hold the answer is greater than 1 − threshold, or where nothing leads on from its words. The threshold is the bundle's (\`calibration.minimumScore\` in model.json, here ${results.minimumScore}) unless the setting \`hoplens.answerThreshold\` or \`--threshold\` gives another.

${noAnswer(results)}

## Calibration

Expected calibration error over ten bins of the top answer's score (Guo et al. 2017); only questions that were given an answer.

${table(['set', 'answered', 'mean score', 'right', 'ECE'], sets.map(([name, { report: { confidence: c } }]) => [name, c.n, percent(overBins(c.bins, ({ score }) => score)), percent(overBins(c.bins, ({ right }) => right)), c.error === null ? null : c.error.toFixed(3)]))}

## Seeds

The last step of training, done again with other seeds for its questions, their order and the dropout, each measured as above.

${seedsTable(results)}

## The ten most frequent causes of error, counted

Each missed question has one cause: the first step that went wrong, decided by a search of the graph and by running again with the gold entities and the plan given (docs/causes.md).

${causesTable(results)}

## int8 and fp32

${fp32(results)}

${traces(results)}

## Time

Milliseconds a question, whole pipeline in TypeScript, the model's products on ${results.threads === 1 ? 'one thread' : `${results.threads} threads`}, at up to three hops: p50 ${results.pooled.millis.p50}, p99 ${results.pooled.millis.p99} over ${results.pooled.millis.n} questions; load average ${results.load} when it began.
${results.bench.length === 0 ? '' : `\n\`npm run bench -- answer\`:\n\n${results.bench.map((line) => `    ${line}`).join('\n')}\n`}
${plainTables('Other graphs', other)}${plainTables('Peers', peers)}## The sets

${table(['set', 'file', 'split', 'n', 'with an answer in the graph', 'what'], sets.map(([name, set]) => [name, set.file, set.split, set.report.n, set.report.answerable, set.what]), [0, 1, 2, 5])}

## What to know

- SimpleQuestions: the graph holds the facts of that set, its test split included; a score says how well the fact is found, not how complete the graph is, and must not be set beside published scores on the whole of Wikidata.
- \`by hand\`: never trained on; who wrote them and what they saw is in test/questions/README.md. Gold answers are computed over the graph from the author's program: they are what the graph holds, not what is true.
- *Held-out wordings* are patterns kept out of training; their facts are drawn from the same graph as the training questions. Of *intersection* there are only questions that no path alone answers: each reaches more than all together. (Up to bundle 0.3 others were among them; that set gave 93.6, and 59.9 without the minimum.)
- *Best* was measured in an earlier experiment over the extract without our own facts (facts/), so that a score above it is possible.
- *With an answer in the graph* counts entities only; a number or a truth value is no node.
- The rules for mentions were written after reading misses of the training splits; recall on the dev sets was looked at while limits were set.
${results.notes.map((note) => `- ${note}\n`).join('')}- A difference of less than a point on a set of 1,000 questions, or three on 100, says little.
`;
}

function endToEnd(sets: readonly Entry[], results: Results): string {
  return table(
    ['set', 'n', 'Hits@1', 'strict', 'best', 'F1', 'entity', 'recall', 'relation', 'gold entity', 'ECE'],
    sets.map(([name, { report: r }]) => [
      name, r.n, percent(r.hits1), percent(r.hits1Strict), percent(BEST[name]), percent(r.f1), percent(r.entityAccuracy), percent(r.mentionRecall), percent(r.relationAccuracy), percent(r.goldEntity.hits1),
      r.confidence.error === null ? null : r.confidence.error.toFixed(3),
    ]),
  ) + (Object.keys(results.sets).some((name) => name.endsWith('unanswerable')) ? '\n\nFor *unanswerable* questions Hits@1 is the share that was given no answer.' : '');
}

function operations(sets: readonly Entry[]): string {
  const hand = sets.find(([name]) => name === 'by hand: operations')?.[1];
  const held = sets.find(([name]) => name === 'by hand: held')?.[1];
  if (hand === undefined) return 'Not measured.';
  const generated = sets.filter(([name, set]) => name.startsWith(HELD_OUT) && set.planGiven === null);
  return `Written by hand, by kind; *chosen*: an operation that answers such a question was used (a type needs none: listing).

${operationKinds(hand)}
${held === undefined ? '' : `\nBy the time at which a fact held ("president in 1970", "the first winner of"), written by hand:\n\n${operationKinds(held)}\n`}${generated.length === 0 ? '\nGenerated questions with operations in held-out wordings: not measured.' : `\nGenerated in held-out wordings:\n\n${table(['operation', 'n', 'Hits@1', 'F1', 'gold entity'], generated.map(([name, { report: r }]) => [name.slice(HELD_OUT.length), r.n, percent(r.hits1), percent(r.f1), percent(r.goldEntity.hits1)]))}`}`;
}

function operationKinds({ operationChosen, report }: SetResult): string {
  const chosen = new Map(operationChosen.map(({ kind, n, right }) => [kind, right / n]));
  const rows = report.byComplexity.map((group) => [group.name, group.n, percent(group.hits1), percent(group.f1), percent(group.goldEntity), percent(chosen.get(group.name))]);
  const all = operationChosen.reduce((sum, { right }) => sum + right, 0);
  return table(['kind', 'n', 'Hits@1', 'F1', 'gold entity', 'chosen'], [...rows, ['**all**', report.n, percent(report.hits1), percent(report.f1), percent(report.goldEntity.hits1), percent(all / Math.max(1, report.n))]]);
}

function mintaka(set: SetResult | undefined): string {
  if (set === undefined) return 'Not measured.';
  return table(['complexity', 'n', 'Hits@1', 'best without operations', 'F1', 'gold entity'], set.report.byComplexity.map((group) => [group.name, group.n, percent(group.hits1), percent(BEST_MINTAKA[group.name]), percent(group.f1), percent(group.goldEntity)]));
}

function rubq(set: SetResult | undefined): string {
  if (set === undefined) return 'Not measured.';
  return `*Best* (${percent(BEST['rubq2_dev'])}) knows nothing of declining: of Hits@1 over all, only the first row can be set beside it.\n\n${table(['gold', 'n', 'Hits@1', 'Hits@1 as a share of all', 'F1', 'gold entity'], set.report.byComplexity.toSorted((a, b) => b.n - a.n).map((group) => [group.name, group.n, percent(group.hits1), percent((group.hits1 * group.n) / set.report.n), percent(group.f1), percent(group.goldEntity)]))}`;
}

function used(sets: readonly Entry[]): string {
  const names = [...new Set(sets.flatMap(([, set]) => Object.keys(set.operations)))].sort((a, b) => Number(b === 'list') - Number(a === 'list') || a.localeCompare(b));
  return table(['set', ...names], sets.map(([name, set]) => [name, ...names.map((operation) => set.operations[operation] ?? 0)]));
}

function noAnswer(results: Results): string {
  const sets = Object.entries(results.sets);
  const rows: (readonly [string, readonly Declined[]])[] = [
    ...sets.filter(([, { declined }]) => declined.unanswerable.n > 0).map(([name, { declined }]) => [`${name}: no answer by gold, declined (right)`, [declined.unanswerable]] as const),
    ['by hand, all that have an answer: declined (wrong)', sets.filter(([name]) => isByHand(name)).map(([, { declined }]) => declined.answerable)] as const,
    ...sets.filter(([name, { declined }]) => !isByHand(name) && !name.startsWith(HELD_OUT) && name !== 'first fifty' && declined.answerable.n > 0).map(([name, { declined }]) => [`${name}: gold has an answer, declined`, [declined.answerable]] as const),
  ];
  const thresholds = sets[0]?.[1].declined.answerable.at.map(({ threshold }) => threshold) ?? [];
  const text = table(['questions', 'n', ...thresholds.map((threshold) => `threshold ${threshold}`)], rows.map(([name, counted]) => {
    const n = counted.reduce((sum, one) => sum + one.n, 0);
    return [name, n, ...thresholds.map((_, k) => (n === 0 ? null : percent(counted.reduce((sum, one) => sum + (one.at[k]?.declined ?? 0), 0) / n)))];
  }));
  return `${text}\n\nGold that has an answer is not always in the graph: of wwq_dev_a, mintaka_dev_a and rubq2_dev many answers are missing there, and declining is then the better reply although it counts as wrong.`;
}

function overBins(bins: Results['sets'][string]['report']['confidence']['bins'], of: (bin: { readonly score: number; readonly right: number }) => number): number | null {
  const n = bins.reduce((sum, bin) => sum + bin.n, 0);
  return n === 0 ? null : bins.reduce((sum, bin) => sum + bin.n * of(bin), 0) / n;
}

function fp32(results: Results): string {
  const rows = Object.entries(results.sets).flatMap(([name, { report }]) => {
    const theirs = results.fp32[name]?.endToEnd;
    return theirs === undefined ? [] : [[name, report.n, percent(report.hits1), percent(theirs.hits1), percent(report.hits1Strict), percent(theirs.hits1Strict)]];
  });
  return rows.length === 0 ? 'Not measured.' : `The bundle beside the same weights in PyTorch, computed in fp32: the encoder was trained with its weights on the int8 grid that the bundle stores (training/hoplens_training/grid.py), and both multiply floats. PyTorch's report declines no question, the bundle does (most of the differences below), it lists what the paths reach and does no operations, and takes only entities for gold, so that Mintaka and the operations differ by what is counted; they are left out of the aim. The bundle's numbers are those of all its mechanisms; a question that it counts or compares in the place of listing differs for that reason.\n\n${table(['set', 'n', 'int8 Hits@1', 'fp32 Hits@1', 'int8 strict', 'fp32 strict'], rows)}`;
}

function traces(results: Results): string {
  if (results.traces.length === 0) return 'The same trace: not measured.';
  return `The same trace: probabilities of PyTorch (fp32) and of the bundle, question by question, for the ten likeliest programs of each plan, over all spans, also those that name nothing.\n\n${table(['what', 'questions', 'greatest difference', 'mean of the greatest of each question', 'questions within 0.01'], results.traces.map(({ what, n, greatest, mean, within }) => [what, n, greatest.toFixed(3), mean.toFixed(4), within]))}`;
}

function plainTables(title: string, { tables }: Tables): string {
  const one = ({ title: name, note, columns, rows }: PlainTable): string => `### ${name}\n\n${note === '' ? '' : `${note}\n\n`}${table(columns, rows)}\n\n`;
  return tables.length === 0 ? '' : `## ${title}\n\n${tables.map(one).join('')}`;
}
