import type { HoverAction } from '../../server/src/protocol';

/** The commands that a hover may run, and no others: the allow-list of its MarkdownString. */
export const HOVER_COMMANDS: readonly string[] = ['hoplens.answerQuestion', 'hoplens.showInPanel', 'hoplens.chooseEntity', 'hoplens.whyNot', 'hoplens.removeCorrection'];

const COMMAND: Readonly<Record<HoverAction['action'], string>> = { answer: 'hoplens.answerQuestion', panel: 'hoplens.showInPanel', choose: 'hoplens.chooseEntity', whyNot: 'hoplens.whyNot', remove: 'hoplens.removeCorrection' };

/** The hover's actions, where the server sent any: what is not one is left out. */
export function readActions(hover: unknown): HoverAction[] {
  if (typeof hover !== 'object' || hover === null || !('actions' in hover) || !Array.isArray(hover.actions)) return [];
  return hover.actions.filter(isAction);
}

function isAction(value: unknown): value is HoverAction {
  return typeof value === 'object' && value !== null && 'action' in value && typeof value.action === 'string' && Object.hasOwn(COMMAND, value.action)
    && 'uri' in value && typeof value.uri === 'string' && 'index' in value && typeof value.index === 'number' && 'offset' in value && typeof value.offset === 'number';
}

/** The actions as Markdown command links, on one line; `title` says what each is called in the user's language. */
export function actionLinks(actions: readonly HoverAction[], title: (action: HoverAction['action']) => string): string {
  return actions.map((one) => {
    const args = one.action === 'answer' || one.action === 'panel' ? [one.uri, one.index] : [one.uri, one.index, one.offset];
    return `[${title(one.action)}](command:${COMMAND[one.action]}?${encodeURIComponent(JSON.stringify(args))})`;
  }).join(' · ');
}
