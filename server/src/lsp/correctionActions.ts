import type { CodeAction } from 'vscode-languageserver/node';
import { documentCorrections } from '../documents/corrections/correctionText';
import { toDocument } from '../formats/format';
import type { Span } from '../protocol';
import { CHOOSE_ENTITY, commandAction, CORRECT_EVERYWHERE, keepAction, removeAction } from './correctCommands';
import type { QuestionPlace } from './mentionActions';

/** What can be done with the corrections at a place: taken away, or applied to all mentions of the same words. */
export function correctionActions({ uri, entry, index }: QuestionPlace, start: number, end: number): CodeAction[] {
  const { text } = entry.question;
  return documentCorrections(entry).filter(({ range }) => range.start <= end && start <= range.end).flatMap(({ id, span, text: said, kind }) => {
    const words = text.slice(span.start, span.end);
    const everywhere = (where: 'file' | 'workspace', title: string): CodeAction => commandAction(title, CORRECT_EVERYWHERE, [uri, id, where]);
    return [
      removeAction(`Remove the correction of “${words}” (${said})`, { uri, ids: [id] }),
      ...(kind === 'none' ? [commandAction(`Choose another entity for “${words}”…`, CHOOSE_ENTITY, [uri, index, null, span])] : []),
      // A further name holds in the whole file as it is.
      ...(kind === 'alias' ? [] : [everywhere('file', `Apply to all “${words}” in this file (${said})`)]),
      everywhere('workspace', `Apply to all “${words}” in the workspace (${said})`),
    ];
  });
}

/** Ties corrections to a question whose words changed. */
export function keepActions({ uri, entry }: QuestionPlace): CodeAction[] {
  const moved = (entry.corrected?.held ?? []).filter(({ exact }) => !exact);
  const [first] = moved;
  return first === undefined ? [] : [keepAction(`Keep the correction of “${first.correction.mention}” for this question as it is now`, { uri, ids: moved.map(({ correction }) => correction.id) })];
}

/** Words that are selected and are no mention can be made one. */
export function selectionActions({ uri, entry, index }: QuestionPlace, start: number, end: number): CodeAction[] {
  const { question } = entry;
  const span = spanOf(entry.question.text, question.offsets, start, end);
  if (span === undefined) return [];
  return [commandAction(`Choose the entity of “${question.text.slice(span.start, span.end)}”…`, CHOOSE_ENTITY, [uri, index, null, span])];
}

/** The part of a question that is selected in the document; undefined where nothing of it is. */
function spanOf(text: string, offsets: QuestionPlace['entry']['question']['offsets'], start: number, end: number): Span | undefined {
  let [first, last] = [-1, -1];
  for (let at = 0; at < text.length; at++) {
    const place = toDocument(offsets, at);
    if (place < start || place >= end || text.charAt(at) === ' ') continue;
    if (first < 0) first = at;
    last = at + 1;
  }
  return first < 0 ? undefined : { start: first, end: last };
}
