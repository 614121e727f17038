import type { CodeAction } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { QuestionEntry, ShownMention } from '../documents/questionEntry';
import { splitWords } from '../graph/lexicon/words';
import type { Span } from '../protocol';
import { ADD_ALIAS, CHOOSE_ENTITY, commandAction, correctAction } from './correctCommands';

/** A question of a document. */
export interface QuestionPlace {
  readonly uri: string;
  readonly source: TextDocument;
  readonly entry: QuestionEntry;
  readonly index: number;
}

/** A mention that is shown, with its question. */
export interface Words extends QuestionPlace {
  readonly mention: ShownMention;
}

const OFFERED = 4;

/**
 * What can be said of a mention: another entity, none, another span, a further name. Where it is pinned in the text that is to be changed there.
 *
 * @param pinnable the file is ours to write: the candidates are offered as pins already
 * @param kept the document has a place for a sidecar
 * @param offered entities that are offered already
 */
export function mentionActions({ uri, entry, index, mention: shown }: Words, { pinnable, kept, offered }: { readonly pinnable: boolean; readonly kept: boolean; readonly offered: ReadonlySet<string> }): CodeAction[] {
  const { text } = entry.question;
  const { mention, range } = shown;
  const span: Span = { start: mention.start, end: mention.end };
  const choose = commandAction(`Choose another entity for “${mention.text}”…`, CHOOSE_ENTITY, [uri, index, range.start]);
  if (shown.pinned || !kept) return [choose];
  const others = pinnable ? [] : mention.candidates.slice(1, 1 + OFFERED).filter(({ id }) => !offered.has(id));
  return [
    ...others.map(({ id, label, description }) => correctAction(`“${mention.text}” is ${label} (${id})${description === '' ? '' : `: ${description}`}`, { uri, index, span, kind: 'entity', entity: id })),
    choose,
    correctAction(`“${mention.text}” names no entity`, { uri, index, span, kind: 'none' }),
    ...otherSpans(text, span).map(([verb, other]) => correctAction(`${verb} the span to “${text.slice(other.start, other.end)}”`, { uri, index, span: other, kind: 'span', was: span })),
    commandAction(`“${mention.text}” is a further name of…`, ADD_ALIAS, [uri, index, span]),
  ];
}

/** The spans that are one word longer or shorter at either end; punctuation is no word. */
export function otherSpans(text: string, { start, end }: Span): readonly (readonly ['Extend' | 'Shrink', Span])[] {
  const words = splitWords(text).filter((word) => /[\p{L}\p{N}]/u.test(word.text));
  const first = words.findIndex((word) => word.end > start);
  const last = words.findLastIndex((word) => word.start < end);
  const [before, after, second, lastButOne] = [words[first - 1], words[last + 1], words[first + 1], words[last - 1]];
  const found: (readonly ['Extend' | 'Shrink', Span])[] = [];
  if (before !== undefined) found.push(['Extend', { start: before.start, end }]);
  if (after !== undefined) found.push(['Extend', { start, end: after.end }]);
  if (first < last && second !== undefined) found.push(['Shrink', { start: second.start, end }]);
  if (first < last && lastButOne !== undefined) found.push(['Shrink', { start, end: lastButOne.end }]);
  return found;
}
