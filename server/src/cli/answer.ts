import type { AnswerOptions } from '../answering/answerer';
import { answerQuestion } from '../answering/pipeline';
import { openAssets, type AssetOptions } from './assets';
import { toldWith, type CorrectionOptions } from './corrections';
import { Failure } from './failure';
import { readQuestionFile, readStandardInput } from './input';
import { answerJson } from './json';
import { explanationText } from './print';

/** `hoplens answer`. */
export async function answerCommand(words: readonly string[], options: AssetOptions & CorrectionOptions & { readonly json?: boolean; readonly file?: string }): Promise<void> {
  const asked = await questionsOf(words, options);
  const { pipeline } = await openAssets(options);
  for (const { text, told: given } of asked) {
    const told = await answerQuestion(pipeline, text, given);
    process.stdout.write(options.json === true ? `${JSON.stringify(answerJson(told))}\n` : `${explanationText(told)}\n\n`);
  }
}

async function questionsOf(words: readonly string[], options: CorrectionOptions & { readonly file?: string }): Promise<{ readonly text: string; readonly told: AnswerOptions }[]> {
  const { file } = options;
  if (file !== undefined) {
    const { questions } = await readQuestionFile(file);
    const { told } = toldWith(file, questions, options);
    return questions.map(({ text }, index) => ({ text, told: told[index] ?? {} }));
  }
  if (words.length > 0) return words.map((text) => ({ text, told: {} }));
  if (process.stdin.isTTY) throw new Failure('Give a question in quotation marks, --file FILE, or questions on standard input.');
  return (await readStandardInput()).map((text) => ({ text, told: {} }));
}
