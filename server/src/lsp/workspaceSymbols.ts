import { basename } from 'node:path';
import { SymbolKind, type SymbolInformation } from 'vscode-languageserver/node';
import { rangeOf } from './positions';
import type { IndexedFile, WorkspaceIndex } from './workspaceIndex';

const MOST = 200;

/** The questions and entities of the workspace by what is typed. */
export async function workspaceSymbols(query: string, index: WorkspaceIndex, open: readonly string[], signal: AbortSignal): Promise<SymbolInformation[]> {
  const found: SymbolInformation[] = [];
  if (query.trim() === '') return found;
  for await (const file of index.files(open, signal)) {
    found.push(...symbolsOf(file, query, MOST - found.length));
    if (found.length >= MOST) break;
  }
  return found;
}

/** The symbols of one file: entities by an id or the start of a word of their names, questions that hold all words that were typed. */
export function symbolsOf({ uri, source, questions }: IndexedFile, query: string, most: number): SymbolInformation[] {
  const wanted = query.trim().toLowerCase();
  const words = wanted.split(/\s+/);
  const file = basename(decodeURIComponent(uri));
  const found: SymbolInformation[] = [];
  for (const { text, range, entities } of questions) {
    if (found.length >= most) break;
    for (const { id, label, range: place } of entities) {
      if (id.toLowerCase() !== wanted && !` ${label.toLowerCase()}`.includes(` ${wanted}`)) continue;
      found.push({ name: label === '' ? id : label, kind: SymbolKind.Object, containerName: `${id}, ${file}`, location: { uri, range: rangeOf(source, place) } });
    }
    const lower = text.toLowerCase();
    if (words.every((word) => lower.includes(word))) found.push({ name: text, kind: SymbolKind.String, containerName: file, location: { uri, range: rangeOf(source, range) } });
  }
  return found.slice(0, most);
}
