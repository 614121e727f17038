import { answerQuestion } from '../answering/pipeline';
import { openAssets, type AssetOptions } from './assets';
import { Failure } from './failure';
import { readQuestionFile, readStandardInput } from './input';
import { answerJson } from './json';
import { explanationText } from './print';
import type { PinnedMention } from '../formats/format';

/** `hoplens answer`. */
export async function answerCommand(words: readonly string[], options: AssetOptions & { readonly json?: boolean; readonly file?: string }): Promise<void> {
  const asked = await questionsOf(words, options.file);
  const { pipeline } = await openAssets(options);
  for (const { text, pins } of asked) {
    const told = await answerQuestion(pipeline, text, { pins });
    process.stdout.write(options.json === true ? `${JSON.stringify(answerJson(told))}\n` : `${explanationText(told)}\n\n`);
  }
}

async function questionsOf(words: readonly string[], file: string | undefined): Promise<{ readonly text: string; readonly pins: readonly PinnedMention[] }[]> {
  if (file !== undefined) return [...(await readQuestionFile(file)).questions];
  if (words.length > 0) return words.map((text) => ({ text, pins: [] }));
  if (process.stdin.isTTY) throw new Failure('Give a question in quotation marks, --file FILE, or questions on standard input.');
  return (await readStandardInput()).map((text) => ({ text, pins: [] }));
}
