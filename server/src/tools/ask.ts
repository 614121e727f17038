import * as z from 'zod';
import type { AnswerOptions } from '../answering/answerer';
import type { Explanation } from '../protocol';
import { withForces } from './forces';
import type { ToolSetting } from './tool';

/** How many corrections an answer is made with, as every tool's output says it. */
export const CORRECTIONS = z.int().describe('Corrections made by people that this was answered with.');

/** Asks a question with what people corrected in it, and over that what the caller gives. */
export async function ask({ answerer, corrections }: ToolSetting, question: string, forced: AnswerOptions, signal?: AbortSignal): Promise<{ readonly told: Explanation; readonly corrections: number }> {
  const { given, applied } = corrections?.(question) ?? { given: {}, applied: 0 };
  return { told: await answerer.answer(question, { ...withForces(given, forced), ...(signal === undefined ? {} : { signal }) }), corrections: applied };
}

/** The same in words, behind the rest; empty for none. */
export function correctionsText(corrections: number): string {
  return corrections === 0 ? '' : ` Answered with ${String(corrections)} ${corrections === 1 ? 'correction' : 'corrections'} made by people.`;
}
