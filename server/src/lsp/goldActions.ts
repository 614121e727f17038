import type { CodeAction, Diagnostic } from 'vscode-languageserver/node';
import { rangeInDocument } from '../formats/format';
import { shownMentions } from '../documents/questionEntry';
import type { Span } from '../protocol';
import { correctAction } from './correctCommands';
import type { QuestionPlace } from './mentionActions';

/** Takes the file's own gold entity, where the words are resolved to another or to none: the fix of a mislink. */
export function goldActions({ uri, entry, index }: QuestionPlace, start: number, end: number, diagnostics: readonly Diagnostic[]): CodeAction[] {
  const { question, corrected, linked } = entry;
  if (linked === undefined) return [];
  return question.gold.flatMap(({ id, label, span }): CodeAction[] => {
    if (id === '' || span === null) return [];
    const range = rangeInDocument(question.offsets, span);
    if (range.start > end || start > range.end) return [];
    const over = (other: Span): boolean => other.start < span.end && span.start < other.end;
    const there = shownMentions(entry).filter(({ mention }) => over(mention));
    if (there.some(({ best }) => best.id === id) || corrected?.held.some((held) => over(held.span)) === true || question.pins.some(over)) return [];
    const action = correctAction(`“${question.text.slice(span.start, span.end)}” is ${label === '' ? id : `${label} (${id})`}, as the file says`, { uri, index, span, kind: 'entity', entity: id });
    // Fixed by this: what is said of an entity at these words.
    const fixed = diagnostics.filter(({ data }) => isAbout(data, id));
    return [{ ...action, isPreferred: true, ...(fixed.length === 0 ? {} : { diagnostics: fixed }) }];
  });
}

const isAbout = (data: unknown, gold: string): boolean => typeof data === 'object' && data !== null && 'gold' in data && data.gold === gold;
