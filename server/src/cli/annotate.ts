import { answerQuestion } from '../answering/pipeline';
import { toldOfFile } from '../documents/corrections/toldOfFile';
import { rangeInDocument } from '../formats/format';
import { openAssets, type AssetOptions } from './assets';
import { readQuestionFile } from './input';

/** Mentions below this are not worth an annotation; as in the editor. */
const LEAST_SHOWN = 0.2;

/** `hoplens annotate`: the spans of every question with document offsets and ids, as corrected in the file's sidecar. */
export async function annotateCommand(path: string, options: AssetOptions & { readonly json?: boolean }): Promise<void> {
  const file = await readQuestionFile(path);
  const told = toldOfFile(path, file.questions);
  const { pipeline } = await openAssets(options);
  for (const [index, question] of file.questions.entries()) {
    const answered = await answerQuestion(pipeline, question.text, told[index]);
    const mentions = answered.mentions.filter((mention) => mention.score >= LEAST_SHOWN).map((mention) => ({
      ...rangeInDocument(question.offsets, mention), text: mention.text, score: mention.score,
      id: mention.candidates[0]?.id ?? '', label: mention.candidates[0]?.label ?? '',
    }));
    if (options.json === true) process.stdout.write(`${JSON.stringify({ index, id: question.id, question: question.text, mentions })}\n`);
    else process.stdout.write(`${question.text}\n${mentions.map((m) => `  ${m.text} → ${m.id} ${m.label} ${m.score.toFixed(2)}\n`).join('')}`);
  }
}
