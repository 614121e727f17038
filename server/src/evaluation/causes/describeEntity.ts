import type { Miss } from '../../protocol';
import type { EntityMiss } from './entityMiss';
import type { GoldTarget } from './goldEntities';
import { named, quoted, scoreWords } from './words';

const PARTS = { name: 'the name', fit: 'how it fits the question', relation: 'having what is asked', prior: 'how well known it is' } as const;

/** Everything of a miss that most causes leave empty. */
export const NOTHING: Omit<Miss, 'cause' | 'message'> = { evidence: [], span: null, gold: null, own: null, winner: null, margin: null, why: null, then: null, expected: null };

/** The graph does not hold the gold entity. */
export function missingEntity({ gold, label }: GoldTarget): Miss {
  const who = gold.id === '' || gold.id === label ? label : named(gold.id, label);
  return {
    ...NOTHING, cause: 'entity-not-in-graph', span: gold.span, gold: { id: gold.id, label },
    message: `The gold entity ${who} is not in the graph. A graph that holds it would be needed, or another id where the file means an entity that it holds.`,
  };
}

/** What went wrong with a gold entity, in words, with what would have made it right. */
export function entityMissOf(question: string, target: GoldTarget, miss: EntityMiss): Miss {
  const { cause, span, own, winner, margin, why } = miss;
  return { ...NOTHING, cause, span, own, winner, margin, why, gold: { id: target.gold.id, label: target.label }, message: messageOf(question, target, miss) };
}

function messageOf(question: string, { gold, label }: GoldTarget, { cause, span, own, winner, margin, why, taken, names }: EntityMiss): string {
  const who = gold.id === '' || gold.id === label ? label : named(gold.id, label);
  const won = winner === null ? '' : `Resolved to ${named(winner.id, winner.label)}, ${scoreWords(winner.score)}; `;
  const cap = won === '' ? 'The gold entity' : `${won}the gold entity`;
  const first = taken?.candidates[0];
  const by = `${taken?.span === undefined || taken.span === null ? 'another span' : quoted(question, taken.span)}${first === undefined ? '' : `, as ${named(first.id, first.label)}`}`;
  switch (cause) {
    case 'mention-missed':
      return `No span was found over the words that name the gold entity ${who}.${reason(names)} A pin on these words would give it.`;
    case 'span-wrong':
      return `The gold entity ${who} stands at ${span === null ? 'another span' : quoted(question, span)}, and ${by}, was taken.${reason(names)} The right span would have given it.`;
    case 'not-a-candidate':
      return `${cap} ${who} is not among the candidates of this span${why === null ? '' : ` (${why})`}.${reason(names)} ${why === 'no such alias' ? 'An alias with these words would make it one.' : 'A pin would give it.'}`;
    case 'ranked-too-low': {
      if (own === null) return `${cap} ${who} was to be chosen.`;
      const part = margin === null || margin.by <= 0 ? '' : ` It lies ${margin.total.toFixed(1)} behind, most of it (${margin.by.toFixed(1)}) for ${PARTS[margin.part]}.`;
      return `${cap} ${who} is number ${String(own.rank)} with ${scoreWords(own.score)}.${part}`;
    }
  }
}

/** What became of the entity's name that came furthest. */
function reason(names: EntityMiss['names']): string {
  const [best] = names;
  if (best === undefined || best.fate === 'candidate') return '';
  return best.fate === 'no words' ? ` None of its names stands in the question (${names.slice(0, 3).map(({ name }) => name).join(', ')}${names.length > 3 ? ' …' : ''}).` : ` Its name “${best.name}”: ${best.why}.`;
}
