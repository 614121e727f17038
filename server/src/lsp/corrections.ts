import type { CancellationToken } from 'vscode-languageserver/node';
import { readSidecarText } from '../documents/corrections/sidecarStore';
import { SIDECAR_SUFFIX } from '../documents/corrections/sidecarFile';
import { sidecarOf } from '../documents/corrections/sidecarPath';
import { QuestionGone } from '../documents/questionGone';
import {
  CORRECTION_KINDS, CorrectCommand, CorrectEverywhere, KeepCorrectionsCommand, RemoveCorrectionsCommand, type CorrectEverywhereParams, type CorrectEverywhereResult,
  type CorrectParams, type RemoveCorrectionsParams, type Span,
} from '../protocol';
import { correctEverywhere } from './correctEverywhere';
import type { Feature, Services } from './feature';
import { answered } from './withdrawal';

/** Corrections as LSP commands, so that any editor's quick fixes work; and one request for many files. */
export const corrections: Feature = {
  capabilities: { executeCommandProvider: { commands: [CorrectCommand, RemoveCorrectionsCommand, KeepCorrectionsCommand] } },
  register(services) {
    services.connection.onExecuteCommand(({ command, arguments: [argument] = [] }) => answered(async (): Promise<readonly string[]> => {
      const asked: unknown = argument;
      if (command === CorrectCommand && isWish(asked)) return correct(services, asked);
      if (command === RemoveCorrectionsCommand && isSome(asked)) return remove(services, asked);
      if (command === KeepCorrectionsCommand && isSome(asked)) return keep(services, asked);
      throw new Error(`${command} was called with arguments that it does not know.`);
    }));
    services.connection.onRequest(CorrectEverywhere, (params: CorrectEverywhereParams, token: CancellationToken): Promise<CorrectEverywhereResult> => answered(() => correctEverywhere(services, params, token)));
  },
};

async function correct(services: Services, { uri, index, span, kind, entity, was }: CorrectParams): Promise<string[]> {
  const document = services.documents.get(uri);
  const entry = document?.entries[index];
  if (document === undefined || entry === undefined || span.end > entry.question.text.length || span.end <= span.start) throw new QuestionGone('The question changed in the meantime.');
  refuseUnsaved(services, uri);
  const graph = services.graph()?.graph;
  const node = entity === undefined ? undefined : graph?.nodeOf(entity);
  if (entity !== undefined && graph !== undefined && node === undefined) throw new Error(`The graph holds no entity ${entity}. Choose one that it holds.`);
  return services.corrections.correct(uri, document.entries.map(({ question }) => question), index, {
    kind, span, author: services.settings().author ?? '',
    ...(entity === undefined ? {} : { entity: { id: entity, label: node === undefined ? '' : graph?.labelOf(node) ?? '' } }),
    ...(was === undefined ? {} : { was }),
  }, entry.corrected?.held ?? []);
}

async function remove(services: Services, { uri, ids }: RemoveCorrectionsParams): Promise<readonly string[]> {
  refuseUnsaved(services, uri);
  await services.corrections.change(uri, (all) => all.filter(({ id }) => !ids.includes(id)));
  return ids;
}

/** Ties corrections to the question at which they are shown now: its text and its occurrence are written into the sidecar. */
async function keep(services: Services, { uri, ids }: RemoveCorrectionsParams): Promise<readonly string[]> {
  refuseUnsaved(services, uri);
  const texts = services.documents.get(uri)?.entries.map(({ question: { text } }) => text) ?? [];
  const moved = (services.corrections.state(uri)?.moved ?? []).filter(({ correction }) => ids.includes(correction.id));
  await services.corrections.change(uri, (all) => all.map((one) => {
    const now = moved.find(({ correction }) => correction.id === one.id);
    const question = now === undefined ? undefined : texts[now.question];
    return now === undefined || question === undefined ? one : { ...one, question, questionOccurrence: texts.slice(0, now.question + 1).filter((text) => text === question).length };
  }));
  return moved.map(({ correction }) => correction.id);
}

/** A sidecar that is open with changes that are not saved is not written behind the user's back. @throws Error naming it */
function refuseUnsaved({ text }: Services, uri: string): void {
  const shown = text(`${uri}${SIDECAR_SUFFIX}`)?.getText();
  const path = sidecarOf(uri);
  if (shown === undefined || path === undefined) return;
  const plain = (one: string): string => one.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  if (plain(shown) !== plain(readSidecarText(path) ?? '')) throw new Error(`${path} has changes that are not saved. Save or revert them first.`);
}

const isSpan = (value: unknown): value is Span => typeof value === 'object' && value !== null && 'start' in value && typeof value.start === 'number' && 'end' in value && typeof value.end === 'number' && value.start >= 0;

function isWish(value: unknown): value is CorrectParams {
  return typeof value === 'object' && value !== null && 'uri' in value && typeof value.uri === 'string' && 'index' in value && typeof value.index === 'number'
    && 'span' in value && isSpan(value.span) && 'kind' in value && CORRECTION_KINDS.some((kind) => kind === value.kind)
    && (!('entity' in value) || typeof value.entity === 'string') && (!('was' in value) || isSpan(value.was))
    && ('entity' in value || (value.kind !== 'entity' && value.kind !== 'alias'));
}

function isSome(value: unknown): value is RemoveCorrectionsParams {
  return typeof value === 'object' && value !== null && 'uri' in value && typeof value.uri === 'string' && 'ids' in value && Array.isArray(value.ids) && value.ids.every((id) => typeof id === 'string');
}
