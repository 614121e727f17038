import { readFile } from 'node:fs/promises';
import type { CancellationToken } from 'vscode-languageserver/node';
import { AbortError } from '../answering/abortError';
import { correctQuestions } from '../documents/corrections/correctQuestions';
import { newCorrection } from '../documents/corrections/newCorrection';
import { sameMentions } from '../documents/corrections/sameMentions';
import { isSidecar, pathOf, sidecarOf } from '../documents/corrections/sidecarPath';
import { readSidecar } from '../documents/corrections/sidecarStore';
import type { StoredCorrection } from '../documents/corrections/storedCorrection';
import { linkedOf, toldOf, type QuestionEntry } from '../documents/questionEntry';
import { parseQuestions } from '../formats/parseQuestions';
import type { CorrectEverywhereParams, CorrectEverywhereResult } from '../protocol';
import type { Services } from './feature';
import { signalOf } from './withdrawal';

/** The questions of one file, and what is to be added to its sidecar. */
interface Planned {
  readonly uri: string;
  readonly add: readonly StoredCorrection[];
}

/**
 * Applies a correction to all mentions of the same words: first every file is looked through, then the sidecars are written, so that a cancelled run writes nothing.
 *
 * @throws Error where the correction is gone or nothing can be linked yet; AbortError when cancelled
 */
export async function correctEverywhere(services: Services, { uri, id, files, workDoneToken }: CorrectEverywhereParams, token: CancellationToken): Promise<CorrectEverywhereResult> {
  const found = services.corrections.state(uri)?.sidecar.corrections.find(({ correction }) => correction.id === id);
  if (found === undefined) throw new Error('This correction is no longer in the sidecar.');
  const signal = signalOf(token);
  const failed: string[] = [];
  const planned: Planned[] = [];
  for (const [done, file] of files.entries()) {
    if (signal.aborted) throw new AbortError('The request was withdrawn.');
    if (workDoneToken !== undefined) {
      void services.connection.sendNotification('$/progress', { token: workDoneToken, value: { kind: 'report', message: `${String(done + 1)} of ${String(files.length)}`, percentage: Math.floor((100 * done) / files.length) } });
    }
    try {
      const add = await plan(services, file, found.correction, signal);
      if (add.length > 0) planned.push({ uri: file, add });
    } catch (error) {
      if (error instanceof AbortError) throw error;
      failed.push(`${pathOf(file) ?? file}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const added: { uri: string; ids: string[] }[] = [];
  for (const { uri: file, add } of planned) {
    try {
      await services.corrections.change(file, (all) => [...all, ...add]);
      added.push({ uri: file, ids: add.map((one) => one.id) });
    } catch (error) {
      failed.push(error instanceof Error ? error.message : String(error));
    }
  }
  return { added, failed };
}

async function plan({ documents, graph, settings }: Services, uri: string, correction: StoredCorrection, signal: AbortSignal): Promise<StoredCorrection[]> {
  const entries = documents.get(uri)?.entries ?? await readEntries(uri, correction.mention);
  const answerer = graph()?.answerer;
  const places = await sameMentions(correction, entries, async (entry) => {
    if (entry.linked !== undefined) return;
    if (answerer === undefined) throw new Error('Graph and model are not loaded yet. Try again when they are.');
    // Not kept in the entry of an open document: there it is linked in its turn.
    entry.linked = linkedOf(await answerer.answer(entry.question.text, { ...toldOf(entry), signal }), entry.question);
  });
  const questions = entries.map(({ question }) => question);
  const { kind, entity, label } = correction;
  return places.map(({ index, span }) => newCorrection(questions, index, { kind, span, author: settings().author ?? '', ...(entity === '' ? {} : { entity: { id: entity, label } }) }));
}

/** The questions of a file that is not open; none where it is no question file or does not hold the words. */
async function readEntries(uri: string, words: string): Promise<QuestionEntry[]> {
  const path = pathOf(uri);
  const sidecar = sidecarOf(uri);
  if (path === undefined || sidecar === undefined || isSidecar(uri)) return [];
  const text = await readFile(path, 'utf8');
  if (!words.split(/\s+/).every((word) => text.includes(word))) return [];
  const { questions } = parseQuestions(path, text, { anyText: false });
  const { corrected } = correctQuestions(readSidecar(sidecar), questions);
  return questions.map((question, index) => ({ question, linked: undefined, asked: false, error: undefined, corrected: corrected[index] }));
}
