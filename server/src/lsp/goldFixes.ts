import type { CodeAction, Diagnostic } from 'vscode-languageserver/node';
import { shownMentions } from '../documents/questionEntry';
import { goldTargets } from '../evaluation/causes/goldEntities';
import { rangeInDocument } from '../formats/format';
import type { KnowledgeGraph } from '../graph/knowledgeGraph';
import type { GoldEntity, Span } from '../protocol';
import { correctAction } from './correctCommands';
import type { QuestionPlace } from './mentionActions';

/** A quick fix that takes the gold entity, and which one of the graph it takes. */
export interface GoldFix {
  readonly entity: string;
  readonly action: CodeAction;
}

/** What is asked of the graph to find the entities of a title. */
export type TitledEntities = Pick<KnowledgeGraph, 'nodeOf' | 'idOf' | 'labelOf' | 'search'>;

/** So many namesakes of a title are offered. */
const OFFERED = 3;

/**
 * Takes the gold entity, where the words are resolved to another or to none: the fix of a mislink. It is the file's own, or, where the file marks none, the one
 * that was found to lead to the gold answer.
 *
 * @param at the selection, in the document
 * @param diagnostics those that the editor shows there: where the file does not say at which words its entity stands, they do
 * @param graph the file may name its entities by their titles: without the graph these are not offered
 */
export function goldFixes({ uri, source, entry, index }: QuestionPlace, at: Span, diagnostics: readonly Diagnostic[], graph: TitledEntities | undefined): GoldFix[] {
  const { question, corrected, linked } = entry;
  if (linked === undefined) return [];
  const own = goldOf({ source, entry }, diagnostics);
  const told = own.filter(({ id }, k) => !question.gold.some((gold) => gold.id === id) && own.findIndex((one) => one.id === id) === k).map((gold) => ({ ...gold, why: 'which leads to the gold answer' }));
  const filed = question.gold.map((gold) => ({ ...gold, span: gold.span ?? own.find(({ id }) => id === gold.id)?.span ?? null, why: 'as the file says' }));
  return [...filed, ...told].flatMap(({ id, label, span, why }): GoldFix[] => {
    if (id === '' || span === null) return [];
    const range = rangeInDocument(question.offsets, span);
    if (range.start > at.end || at.start > range.end) return [];
    const over = (other: Span): boolean => other.start < span.end && span.start < other.end;
    if (corrected?.held.some((held) => over(held.span)) === true || question.pins.some(over)) return [];
    const winners = new Set(shownMentions(entry).filter(({ mention }) => over(mention)).map(({ best }) => best.id));
    const known = inGraph({ id, label, span }, graph);
    // Fixed by this: what is said of an entity at these words.
    const fixed = own.filter((one) => one.id === id).map(({ diagnostic }) => diagnostic);
    // A namesake has the file's title too, and nothing is wrong with it.
    if (fixed.length === 0 && known.some((one) => winners.has(one.id))) return [];
    return known.filter((one) => !winners.has(one.id)).map((one): GoldFix => ({
      entity: one.id,
      action: {
        ...correctAction(`“${question.text.slice(span.start, span.end)}” is ${one.label === '' || one.label === one.id ? one.id : `${one.label} (${one.id})`}, ${why}`, { uri, index, span, kind: 'entity', entity: one.id }),
        isPreferred: true, ...(fixed.length === 0 ? {} : { diagnostics: fixed }),
      },
    }));
  });
}

/** Which entities of the graph a gold entity may be: the one with its id, or those with its title. */
function inGraph(gold: GoldEntity, graph: TitledEntities | undefined): readonly { readonly id: string; readonly label: string }[] {
  const own = graph?.nodeOf(gold.id);
  if (graph === undefined || own !== undefined) return [{ id: gold.id, label: own === undefined ? gold.label : graph?.labelOf(own) ?? '' }];
  return goldTargets(graph, [gold]).flatMap(({ nodes }) => nodes).slice(0, OFFERED).map((node) => ({ id: graph.idOf(node), label: graph.labelOf(node) }));
}

/** A gold entity that a diagnostic is about, and at which words. */
export interface ToldGold extends GoldEntity {
  readonly diagnostic: Diagnostic;
}

/** The gold entities that the diagnostics of a question are about. */
export function goldOf({ source, entry: { question } }: Pick<QuestionPlace, 'source' | 'entry'>, diagnostics: readonly Diagnostic[]): ToldGold[] {
  return diagnostics.filter(({ range }) => {
    const start = source.offsetAt(range.start);
    return start >= question.range.start && start <= question.range.end;
  }).flatMap((diagnostic) => aboutGold(diagnostic));
}

/** A diagnostic's data come back from the editor and may be anything. */
function aboutGold(diagnostic: Diagnostic): ToldGold[] {
  const data: unknown = diagnostic.data;
  if (typeof data !== 'object' || data === null || !('gold' in data) || typeof data.gold !== 'string') return [];
  const label = 'label' in data && typeof data.label === 'string' ? data.label : '';
  const span = 'span' in data && isSpan(data.span) ? data.span : null;
  return [{ id: data.gold, label, span, diagnostic }];
}

const isSpan = (value: unknown): value is Span => typeof value === 'object' && value !== null && 'start' in value && typeof value.start === 'number' && 'end' in value && typeof value.end === 'number';
