import type { CancellationToken, Location, SymbolInformation } from 'vscode-languageserver/node';
import type { Feature } from './feature';
import { entityAt, referencesTo } from './references';
import { answered, signalOf } from './withdrawal';
import { WorkspaceIndex } from './workspaceIndex';
import { workspaceSymbols } from './workspaceSymbols';

/** What reaches over all question files of the workspace: symbols, and the questions that name an entity. */
export const workspace: Feature = {
  capabilities: { workspaceSymbolProvider: true, referencesProvider: true },
  register(services) {
    const { connection, documents } = services;
    const index = new WorkspaceIndex(services);
    connection.onWorkspaceSymbol(({ query }, token: CancellationToken): Promise<SymbolInformation[]> => answered(() => workspaceSymbols(query, index, documents.uris, signalOf(token))));
    connection.onReferences(({ textDocument: { uri }, position }, token: CancellationToken): Promise<Location[]> => answered(() => {
      const id = entityAt(services, uri, position);
      return id === undefined ? Promise.resolve([]) : referencesTo(id, index, documents.uris, signalOf(token));
    }));
  },
};
