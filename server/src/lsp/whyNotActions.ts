import type { CodeAction, Diagnostic } from 'vscode-languageserver/node';
import type { Miss } from '../protocol';
import { commandAction, WHY_NOT } from './correctCommands';
import type { QuestionPlace } from './mentionActions';

/** An entity or relation that a diagnostic makes one ask about. */
export interface Asked {
  readonly id: string;
  readonly label: string;
}

const OFFERED = 3;

/** What should have come in and did not: the gold entity, and the relations that lead to gold. */
export function askedAbout({ gold, expected }: Miss): Asked[] {
  const relations = (expected?.arms ?? []).flatMap((arm) => arm.relations);
  const all = [...(gold === null ? [] : [gold]), ...relations].map(({ id, label }): Asked => ({ id, label }));
  return all.filter(({ id }, at) => all.findIndex((other) => other.id === id) === at).slice(0, OFFERED);
}

/** "Why not …?" for what the diagnostics of this question name; each once. */
export function whyNotActions({ uri, index, source, entry: { question: { range } } }: QuestionPlace, diagnostics: readonly Diagnostic[]): CodeAction[] {
  const offered = new Map<string, CodeAction>();
  for (const diagnostic of diagnostics) {
    const at = source.offsetAt(diagnostic.range.start);
    if (at < range.start || at > range.end) continue;
    for (const { id, label } of askedIn(diagnostic.data)) {
      const title = `Why not ${label === '' ? id : `${label} (${id})`}?`;
      if (!offered.has(id)) offered.set(id, { ...commandAction(title, WHY_NOT, [uri, index, null, id, label === '' ? id : label]), diagnostics: [diagnostic] });
    }
  }
  return [...offered.values()];
}

/** What a diagnostic's data say: they come back from the editor and may be anything. */
function askedIn(data: unknown): Asked[] {
  if (typeof data !== 'object' || data === null || !('whyNot' in data) || !Array.isArray(data.whyNot)) return [];
  return data.whyNot.filter(isAsked);
}

const isAsked = (value: unknown): value is Asked => typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' && 'label' in value && typeof value.label === 'string';
