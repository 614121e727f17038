import { CodeActionKind, type CodeAction } from 'vscode-languageserver/node';
import { CorrectCommand, KeepCorrectionsCommand, RemoveCorrectionsCommand, type CorrectParams, type RemoveCorrectionsParams } from '../protocol';

/** Commands of the client that ask the user something first. */
export const CHOOSE_ENTITY = 'hoplens.chooseEntity';
export const ADD_ALIAS = 'hoplens.addAlias';
export const CORRECT_EVERYWHERE = 'hoplens.correctEverywhere';
export const WHY_NOT = 'hoplens.whyNot';

/** A quick fix that runs a command. */
export function commandAction(title: string, command: string, args: readonly unknown[]): CodeAction {
  return { title, kind: CodeActionKind.QuickFix, command: { title, command, arguments: [...args] } };
}

/** A quick fix that corrects. */
export function correctAction(title: string, params: CorrectParams): CodeAction {
  return commandAction(title, CorrectCommand, [params]);
}

/** A quick fix that takes corrections away. */
export function removeAction(title: string, params: RemoveCorrectionsParams): CodeAction {
  return commandAction(title, RemoveCorrectionsCommand, [params]);
}

/** A quick fix that ties corrections to the question as it is now. */
export function keepAction(title: string, params: RemoveCorrectionsParams): CodeAction {
  return commandAction(title, KeepCorrectionsCommand, [params]);
}
