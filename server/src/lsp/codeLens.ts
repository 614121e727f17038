import type { CodeLens } from 'vscode-languageserver/node';
import { formatNamed } from '../formats/parseQuestions';
import type { Feature } from './feature';
import { rangeOf } from './positions';

/** Above each question of a block format (JSON), where a line of its own costs little. In files of one question a line the client shows it at the cursor only. */
export const codeLens: Feature = {
  capabilities: { codeLensProvider: { resolveProvider: false } },
  register({ connection, documents, text, read }) {
    connection.onCodeLens(async ({ textDocument: { uri } }): Promise<CodeLens[]> => {
      await read(uri);
      const document = documents.get(uri);
      const source = text(uri);
      if (document === undefined || source === undefined || formatNamed(document.format)?.block !== true) return [];
      let last = -1;
      return document.entries.flatMap(({ question }, index): CodeLens[] => {
        const range = rangeOf(source, question.range);
        // A file without line breaks would carry all its lenses above one line.
        if (range.start.line === last) return [];
        last = range.start.line;
        return [
          { range, command: { title: 'Answer question', command: 'hoplens.answerQuestion', arguments: [uri, index] } },
          { range, command: { title: 'Show in panel', command: 'hoplens.showInPanel', arguments: [uri, index] } },
        ];
      });
    });
  },
};
