import type { Explanation, Hop, Operation, ProofEdge } from '../protocol';

/** What a summary needs of an explanation. */
type Told = Omit<Explanation, 'summary'>;

/** "backwards" where the relation was followed from object to subject. */
function step(hop: Hop): string {
  const [relation] = hop.relations;
  if (relation === undefined) return 'nothing';
  return relation.inverse ? `${relation.label} backwards` : relation.label;
}

function count(hop: Hop | undefined): string {
  if (hop === undefined) return '';
  return `${hop.truncated ? 'over ' : ''}${String(hop.entityCount)} ${hop.entityCount === 1 ? 'result' : 'results'}`;
}

/** One sentence that tells how the answer came about: "Followed performer backwards from Natalie Portman (9 results) and …; 1 is in both." */
export function summarise(told: Told): string {
  const { plan, paths, mentions, intersection, operation, answers } = told;
  if (plan === null) return mentions.length === 0 ? 'No words of this question name an entity of the graph.' : 'Nothing in the graph leads on from the entities of this question.';
  const parts = paths.map((path) => {
    const mention = mentions[path.mention];
    const name = mention?.candidates[0]?.label ?? mention?.text ?? '';
    return `${path.hops.map(step).join(', then ')} from ${name} (${count(path.hops.at(-1))})`;
  });
  const followed = `Followed ${parts.join(' and ')}`;
  if (answers.length === 0) return `${followed}, but the graph does not seem to hold the answer (${String(Math.round(plan.none * 100))}% sure of that).`;
  if (operation !== null) return operationText(told, operation, followed);
  if (intersection === null) return `${followed}.`;
  const both = intersection.rows.filter((row) => row.minimum > 0.01).length;
  return `${followed}; ${String(both)} ${both === 1 ? 'is' : 'are'} in ${paths.length === 2 ? 'both' : 'all'}.`;
}

const ORDINALS = ['', '', 'second ', 'third ', 'fourth ', 'fifth ', 'sixth ', 'seventh ', 'eighth ', 'ninth ', 'tenth '];

/** What was done with what the paths reach. */
function operationText({ answers, mentions, paths }: Told, operation: Operation, followed: string): string {
  const answer = answers[0]?.label ?? '';
  const attribute = operation.attribute?.label ?? '';
  const which = ORDINALS[operation.ordinal] ?? `${String(operation.ordinal)}th `;
  const names = paths.map(({ mention }) => mentions[mention]?.candidates[0]?.label ?? '');
  switch (operation.name) {
    case 'count': return `${followed} and counted them: ${answer}.`;
    case 'maximum': return `${followed} and took the ${which}greatest ${attribute}: ${answer}.`;
    case 'minimum': return `${followed} and took the ${which}least ${attribute}: ${answer}.`;
    case 'greater': case 'lesser': return `Compared the ${attribute} of ${names.join(' and ')}: ${answer} has the ${operation.name} one.`;
    case 'check-greater': case 'check-lesser': return `Compared the ${attribute} of ${names.join(' and ')}: ${answer.toLowerCase()}.`;
    case 'difference': return `Followed both paths and kept what only ${names[0] ?? 'the first'} leads to (${String(operation.inputs.filter(({ kept }) => kept).length)} results).`;
    case 'check': return `${followed} and looked for the other mention there: ${answer.toLowerCase()}.`;
    case 'in-year': return `${followed} and kept those whose ${attribute} is in ${String(operation.year)}.`;
    case 'before-year': return `${followed} and kept those whose ${attribute} is before ${String(operation.year)}.`;
    case 'after-year': return `${followed} and kept those whose ${attribute} is after ${String(operation.year)}.`;
    case 'list': return `${followed}.`;
  }
}

/** A chain of edges as a person reads it: "Natalie Portman ← performer − Padmé Amidala". */
export function chainText(proof: readonly ProofEdge[], start: string): string {
  let at = start;
  let text = start;
  for (const edge of proof) {
    const forward = edge.subject.label === at;
    at = forward ? edge.object.label : edge.subject.label;
    text += forward ? ` − ${linkText(edge)} → ${at}` : ` ← ${linkText(edge)} − ${at}`;
  }
  return text;
}

/** A link of a proof: the relation, and when the fact held where the graph knows. */
function linkText({ relation, held }: ProofEdge): string {
  return held === undefined ? relation.label : `${relation.label} (${held})`;
}
