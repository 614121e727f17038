// Calls the language-model tools of HopLens as an agent does, and writes what came back into the workspace.
import * as vscode from 'vscode';

const CALLS = [
  ['answer_question', { question: 'Who did Natalie Portman play in Star Wars?' }],
  ['link_entities', { question: 'Who wrote films starring Tom Hanks?' }],
  ['explain_answer', { question: 'Who wrote Hamlet?' }],
  ['answer_question', { question: 'Who wrote Hamlet?', entities: [{ words: 'Hamlet', id: 'Q0' }] }],
];

/** Registers the command; nothing runs before it. */
export function activate(context) {
  context.subscriptions.push(vscode.commands.registerCommand('toolCaller.call', async () => {
    const told = { tools: vscode.lm.tools.map(({ name }) => name), results: [] };
    for (const [name, input] of CALLS) {
      try {
        const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
        told.results.push(content.map((part) => part.value));
      } catch (error) {
        told.results.push(String(error));
      }
    }
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(vscode.workspace.workspaceFolders[0].uri, 'tools.json'), Buffer.from(JSON.stringify(told)));
  }));
}
