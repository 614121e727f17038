import { SemanticTokensBuilder } from 'vscode-languageserver/node';
import { breather } from '../documents/breather';
import { shownMentions } from '../documents/questionEntry';
import type { Feature } from './feature';

/** Token types by how sure a mention is; package.json names them for themes. */
export const TOKEN_TYPES = ['hoplensMention', 'hoplensMentionClose', 'hoplensMentionUnsure', 'comment', 'hoplensAnswer'] as const;

/** How sure: solid from 0.8, close from a half, unsure below. */
export function sureness(score: number): 0 | 1 | 2 {
  return score >= 0.8 ? 0 : score >= 0.5 ? 1 : 2;
}

/** Semantic tokens of `.questions` files. Other languages have providers of their own: there the client draws decorations. */
export const semanticTokens: Feature = {
  capabilities: {
    semanticTokensProvider: { legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [] }, documentSelector: [{ language: 'hoplens-questions' }], full: true },
  },
  register({ connection, documents, text }) {
    connection.languages.semanticTokens.on(async ({ textDocument: { uri } }, token) => {
      const builder = new SemanticTokensBuilder();
      const source = text(uri);
      const breathe = breather();
      for (const entry of documents.get(uri)?.entries ?? []) {
        await breathe();
        // The text changed: the client asks again.
        if (token.isCancellationRequested) break;
        for (const shown of shownMentions(entry)) {
          if (source === undefined) continue;
          const { line, character } = source.positionAt(shown.range.start);
          builder.push(line, character, shown.range.end - shown.range.start, sureness(shown.score), 0);
        }
      }
      return builder.build();
    });
  },
};
