import type { Field } from '../../answering/programs';
import type { GoldPath, Miss } from '../../protocol';
import { tiedAtTop, type AnswerMiss } from './answerMiss';
import { NOTHING } from './describeEntity';
import type { GoldAnswers } from '../goldMatch';
import type { GoldTarget } from './goldEntities';
import type { Prediction } from './judged';
import { named, pathWords, relationWords } from './words';

const OPERATIONS: Readonly<Record<string, string>> = {
  count: 'counted', maximum: 'narrowed to the greatest', minimum: 'narrowed to the least', 'in-year': 'narrowed to the time that the question names', 'yes-no': 'checked',
};
const PLANS = { 'one-hop': 'one hop', 'two-hop': 'two hops', 'three-hop': 'three hops', intersection: 'an intersection' } as const;

/** No path leads from the gold entities to a gold answer. */
export function describeMissingFact({ graph }: Field, targets: readonly GoldTarget[], gold: GoldAnswers): Miss {
  const from = targets.flatMap(({ nodes, gold: one, label }) => (nodes.length === 0 ? [] : [named(one.id, label)]));
  const unknown = gold.given.filter((answer) => graph.nodeOf(answer) === undefined);
  const number = gold.given.length === 1 && /^\+?\d+$/.test(gold.given[0] ?? '');
  const missing = number ? 'Nothing that the entities lead to has the value, nor so many members, as the gold answer' : 'The graph does not hold the gold answer';
  const lacks = gold.nodes.length === 0 && unknown.length > 0 ? `${missing} ${unknown.slice(0, 3).join(', ')}` : undefined;
  const leads = from.length === 0 ? 'No entity that these words name leads' : `Nothing leads from ${from.join(' and ')}`;
  return { ...NOTHING, cause: 'fact-missing', message: `${lacks ?? `${leads} to ${answerWords(graph, gold)} in up to three hops, nor where two paths meet`}. The fact would have to be in the graph.` };
}

function answerWords(graph: Field['graph'], gold: GoldAnswers): string {
  const shown = gold.given.slice(0, 2).map((answer) => named(answer, graph.labelOf(graph.nodeOf(answer) ?? -1)));
  return `${shown.join(' or ')}${gold.given.length > 2 ? ` or ${String(gold.given.length - 2)} more` : ''}`;
}

/** What went wrong after the entities were found, in words, with what would have made it right. */
export function describeAnswer({ cause, arms, operation }: AnswerMiss, prediction: Prediction, gold: GoldAnswers, expected: GoldPath | null): Miss {
  const meant = expected === null ? '' : ` To gold leads: ${pathWords(expected)}.`;
  const taken = arms.map(({ relations }) => relationWords(relations)).filter((words) => words !== '').join(' meeting ');
  const went = taken === '' ? '' : `Followed ${taken}${prediction.plan === 'intersection' && arms.length > 1 ? ' (an intersection)' : ''}; `;
  return { ...NOTHING, cause, expected, message: `${messageOf(cause, went, prediction, gold, expected, operation)}${cause === 'ambiguous' ? '' : meant}` };
}

function messageOf(cause: Miss['cause'], went: string, { plan, answers, operation: taken }: Prediction, gold: GoldAnswers, expected: GoldPath | null, operation: string | null): string {
  const start = went === '' ? 'The' : `${went}the`;
  switch (cause) {
    case 'declined':
      return 'No answer was given, though the graph holds it.';
    case 'wrong-operation':
      return operation === 'list' ? 'Something was computed from the results, which should have been listed.' : `The results should have been ${OPERATIONS[operation ?? ''] ?? 'computed with'}, and were ${taken === null ? 'listed' : `put through “${taken}”`}.`;
    case 'ambiguous': {
      const tied = tiedAtTop(answers);
      const right = tied.filter((answer) => gold.is(answer)).length;
      if (right > 0 && tied.length > right) return `${String(tied.length)} answers are equally right by what the graph says, ${String(right)} of them gold. Nothing in the question tells them apart.`;
      return `The answer given is reached by the very path that leads to gold${expected === null ? '' : ` (${pathWords(expected)}: ${String(expected.reaches)} results)`}: it is as right as gold by what the graph says.`;
    }
    case 'wrong-hops':
      return `${start} answer lies at the end of ${expected === null ? 'a chain of another length' : PLANS[expected.plan]}, and ${plan === null ? 'another number of hops was' : `${PLANS[plan]} ${plan === 'one-hop' ? 'was' : 'were'}`} taken.`;
    case 'wrong-paths':
      return expected?.plan === 'intersection' ? `${start} answer lies where two other paths meet.` : `${start} answer lies at the end of one chain, ${plan === 'intersection' ? 'and paths were intersected' : 'which starts at another entity'}.`;
    default:
      return `${start} right relation is another.`;
  }
}
