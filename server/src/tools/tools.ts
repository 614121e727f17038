import { answerQuestion } from './answerQuestion';
import { explainAnswer } from './explainAnswer';
import { linkEntities } from './linkEntities';
import type { Tool } from './tool';

/** Every tool, in the order in which they are listed. */
export const TOOLS: readonly Tool[] = [answerQuestion, linkEntities, explainAnswer];
