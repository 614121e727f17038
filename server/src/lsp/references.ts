import type { Location, Position } from 'vscode-languageserver/node';
import { idAt } from './bareId';
import type { FileSource } from './evaluation/fileQuestions';
import { mentionAt, questionAt, rangeOf } from './positions';
import type { WorkspaceIndex } from './workspaceIndex';

/** More are of no use to anybody, and a message of them is large. */
const MOST = 2000;

/** Every place of the workspace that names an entity. */
export async function referencesTo(id: string, index: WorkspaceIndex, open: readonly string[], signal: AbortSignal): Promise<Location[]> {
  const found: Location[] = [];
  for await (const { uri, source, questions } of index.files(open, signal)) {
    for (const { entities } of questions) {
      for (const place of entities) if (place.id === id && found.length < MOST) found.push({ uri, range: rangeOf(source, place.range) });
    }
  }
  return found;
}

/** The entity that a position of an open document names: a mention, an id that is written there, or the only gold entity of the question. */
export function entityAt({ documents, text }: FileSource, uri: string, position: Position): string | undefined {
  const document = documents.get(uri);
  const source = text(uri);
  if (document === undefined || source === undefined) return undefined;
  const gold = questionAt(document, source, position)?.entry.question.gold ?? [];
  return mentionAt(document, source, position)?.shown.best.id ?? idAt(source, position)?.id ?? (gold.length === 1 && gold[0]?.id !== '' ? gold[0]?.id : undefined);
}
