import type { StageName } from '../../protocol';
import { page } from './page';
import { answersStage, intersectionStage, timingsStage } from './answerStages';
import { followStage, hopsStage } from './pathStages';
import { candidatesStage, mentionsStage, tokensStage } from './questionStages';
import type { Told } from './told';

const TITLES: Readonly<Record<StageName, string>> = {
  tokens: 'Tokens', mentions: 'Mentions', candidates: 'Candidates', hops: 'Hop scores', follow: 'Follow trace', intersection: 'Intersection', answers: 'Answers', timings: 'Timings',
};

/** Blocks of Markdown; none where the stage was not reached. */
const STAGE_BLOCKS: Readonly<Record<StageName, (told: Told) => readonly string[]>> = {
  tokens: tokensStage, mentions: mentionsStage, candidates: candidatesStage, hops: hopsStage, follow: followStage, intersection: intersectionStage, answers: answersStage, timings: timingsStage,
};

/** One stage of a question as Markdown; a stage that was not reached says so, and why. */
export function stageText(stage: StageName, told: Told): string {
  const blocks = STAGE_BLOCKS[stage](told);
  return page(TITLES[stage], told.question, blocks.length > 0 ? blocks : [`This stage was not reached: ${whyNotReached(stage, told)}`]);
}

function whyNotReached(stage: StageName, told: Told): string {
  if (told.words.length === 0) return 'the question has no words.';
  if (told.mentions.length === 0) return 'no words of the question name an entity of the graph, so that no path starts anywhere.';
  if (stage === 'intersection') return 'no two spans that stand apart lead to the same node in one hop.';
  if (stage === 'answers' && told.plan !== null) return `the graph does not seem to hold the answer (${String(Math.round(told.plan.none * 100))}% sure of that).`;
  return 'nothing in the graph leads on from the entities of the question.';
}
