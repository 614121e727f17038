import type { GoldEntity, Miss, NameStanding, Span, Standing } from '../../protocol';
import type { PredictedCandidate, PredictedMention, Prediction } from './judged';
import { marginOf } from './margin';

/** What went wrong with one gold entity, before it is put in words. */
export interface EntityMiss extends Pick<Miss, 'span' | 'own' | 'winner' | 'margin' | 'why'> {
  readonly cause: 'mention-missed' | 'span-wrong' | 'not-a-candidate' | 'ranked-too-low';
  /** The mention that was taken, where one was. */
  readonly taken: PredictedMention | null;
  /** What became of its names, where the lexicon was asked. */
  readonly names: readonly NameStanding[];
}

/** How an entity is known to be the gold one. */
export type IsGold = (candidate: PredictedCandidate) => boolean;

/** A span whose path hardly takes part is not what a mention was resolved by. */
const HALF = 0.5;

const over = ({ span }: PredictedMention, other: Span): boolean => span === null || (span.start < other.end && other.start < span.end);
const byScore = (a: PredictedMention, b: PredictedMention): number => b.score - a.score || length(b) - length(a);
const length = ({ span }: PredictedMention): number => (span === null ? 0 : span.end - span.start);

/**
 * Whether the words of a gold entity were taken for it, wherever the answer's path starts: what a linker is judged by. Null where they were.
 *
 * @param names what became of the entity's names, where the lexicon was asked: without, no reason can be given
 */
export function linkMiss(prediction: Prediction, gold: GoldEntity, isGold: IsGold, names: readonly NameStanding[] = []): EntityMiss | null {
  const { mentions } = prediction;
  const won = mentions.filter((mention) => isWinner(mention, isGold)).sort(byScore);
  const place = gold.span;
  if (place === null) {
    // Words that no surer span lies over were taken for it: that other words may name it too is no mistake.
    if (won.some((mention) => { const { span } = mention; return span !== null && mentions.every((other) => !over(other, span) || mention.score >= HALF * other.score); })) return null;
    const [holder] = mentions.filter((mention) => mention.candidates.some(isGold)).sort(byScore);
    // A system that does not rank says one entity a mention: any of them may be the gold one.
    if (holder === undefined ? won.length > 0 : isWinner(holder, isGold) || (holder.span === null && won.length > 0)) return null;
    return missAt(prediction, gold, isGold, names, null);
  }
  const here = mentions.filter((mention) => over(mention, place)).sort(byScore);
  const [best] = here;
  if (best !== undefined && here.some((mention) => isWinner(mention, isGold) && mention.score >= HALF * best.score)) return null;
  const elsewhere = won.find((mention) => !over(mention, place));
  if (elsewhere !== undefined) return { ...bare(names), cause: 'span-wrong', span: place, taken: elsewhere };
  return missAt(prediction, gold, isGold, names, best ?? null);
}

/** Whether an entity leads to the answer as the winner of its mention; what went wrong where it does not. */
export function leadMiss(prediction: Prediction, gold: GoldEntity, isGold: IsGold, names: readonly NameStanding[]): EntityMiss | null {
  const leading = leadingOf(prediction);
  if (leading.some((mention) => isWinner(mention, isGold))) return null;
  const won = prediction.mentions.filter((mention) => isWinner(mention, isGold)).sort(byScore);
  const place = gold.span;
  const [holder] = place === null ? won : won.filter((mention) => over(mention, place));
  if (holder !== undefined) {
    // It won its mention: over these words another span was surer, or the path starts elsewhere and nothing is wrong with the entity.
    const rival = leading.find((mention) => holder.span !== null && over(mention, holder.span));
    return rival === undefined ? null : { ...bare(names), cause: 'span-wrong', span: holder.span, taken: rival };
  }
  return missAt(prediction, gold, isGold, names, place === null ? null : prediction.mentions.filter((mention) => over(mention, place)).sort(byScore)[0] ?? null);
}

/** The mentions that lead to the answers: all where the system does not say. */
export function leadingOf({ mentions, leading }: Prediction): readonly PredictedMention[] {
  return leading.length === 0 ? mentions : leading.flatMap((at) => mentions[at] ?? []);
}

const isWinner = ({ candidates: [first] }: PredictedMention, isGold: IsGold): boolean => first !== undefined && isGold(first);

const bare = (names: readonly NameStanding[]) => ({ own: null, winner: null, margin: null, why: null, names });

/** @param best the surest mention over the gold span; null where none is, or the file gives no span */
function missAt({ mentions }: Prediction, gold: GoldEntity, isGold: IsGold, names: readonly NameStanding[], best: PredictedMention | null): EntityMiss {
  const place = gold.span;
  const holders = mentions.filter((mention) => mention.candidates.some(isGold) && (place === null || over(mention, place)));
  const exact = (mention: PredictedMention): boolean => place !== null && mention.span?.start === place.start && mention.span.end === place.end;
  const holder = holders.find(exact) ?? holders.sort(byScore)[0];
  if (holder !== undefined) {
    const own = standing(holder, holder.candidates.findIndex(isGold));
    const winner = standing(holder, 0);
    // Here it won, and a longer or shorter span was surer.
    if (own?.rank === 1) return { ...bare(names), cause: 'span-wrong', span: place ?? holder.span, taken: best ?? holder };
    return { cause: 'ranked-too-low', span: holder.span, own, winner, margin: own === null || winner === null ? null : marginOf(own, winner), why: null, taken: holder, names };
  }
  const named = place ?? names.find((name) => name.span !== null)?.span ?? null;
  const there = best ?? (named === null ? null : mentions.filter((mention) => mention.span !== null && over(mention, named)).sort(byScore)[0] ?? null);
  if (named !== null && there === null) return { ...bare(names), cause: 'mention-missed', span: named, taken: null };
  const at = (fate: NameStanding['fate']): boolean => names.some((name) => name.fate === fate);
  // Its name stands there, and these words were read as part of another span.
  if (at('span dropped') && there !== null) return { ...bare(names), cause: 'span-wrong', span: named, taken: there };
  // Another system that tells one entity a mention: whether gold was a candidate cannot be known; it named another.
  if (there !== null && there.candidates.length === 1 && names.length === 0 && there.candidates[0]?.parts === undefined) {
    return place !== null && !exact(there) && there.span !== null
      ? { ...bare(names), cause: 'span-wrong', span: place, taken: there }
      : { ...bare(names), cause: 'ranked-too-low', span: there.span, winner: standing(there, 0), taken: there };
  }
  const why = names.length === 0 ? null : at('cut') ? 'cut by the cap' : at('filtered') ? 'filtered' : 'no such alias';
  return { ...bare(names), cause: 'not-a-candidate', span: there?.span ?? named, winner: there === null ? null : standing(there, 0), why, taken: there };
}

function standing({ candidates }: PredictedMention, at: number): Standing | null {
  const found = candidates[at];
  if (found === undefined) return null;
  return { id: found.id, label: found.label, rank: at + 1, score: found.score, parts: found.parts ?? { name: 0, fit: 0, relation: 0, prior: 0 } };
}
