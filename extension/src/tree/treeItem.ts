import { basename } from 'node:path';
import { l10n, Range, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import type { EvaluateFileResult } from '../../../server/src/protocol';
import { titleOf, type TreeNode } from './nodes';

/** How a line of the tree looks, and what a click on it does. */
export function itemOf(node: TreeNode, result: EvaluateFileResult | undefined): TreeItem {
  switch (node.kind) {
    case 'file': return fileItem(node.uri, result);
    case 'group': return folder(titleOf(node.group), node.n, iconOf(node.group));
    case 'found': return folder(titleOf(node.cause), node.items.length, iconOf(node.cause));
    case 'question': {
      const { text, index, message, expected, actual } = node.outcome;
      const item = new TreeItem(text);
      item.description = actual;
      item.tooltip = [text, `${l10n.t('Expected')}: ${expected}`, `${l10n.t('Answer')}: ${actual}`, message].filter((line) => line !== '').join('\n');
      item.command = { command: 'hoplens.revealQuestion', title: l10n.t('Show the question'), arguments: [node.uri, index, text] };
      item.contextValue = 'question';
      return item;
    }
    case 'more': {
      const item = new TreeItem(l10n.t('{0} more…', node.left));
      item.command = { command: 'hoplens.showMoreQuestions', title: l10n.t('Show more'), arguments: [node.uri, node.group] };
      return item;
    }
    case 'diagnostic': {
      const { message, line, character } = node.found;
      const item = new TreeItem(message);
      item.description = l10n.t('line {0}', line + 1);
      item.tooltip = message;
      item.command = { command: 'vscode.open', title: l10n.t('Show the question'), arguments: [Uri.parse(node.uri), { selection: new Range(line, character, line, character) }] };
      return item;
    }
  }
}

function fileItem(uri: string, result: EvaluateFileResult | undefined): TreeItem {
  const address = Uri.parse(uri);
  const item = new TreeItem(basename(address.path), result === undefined ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded);
  item.resourceUri = address;
  item.iconPath = ThemeIcon.File;
  item.id = uri;
  item.contextValue = result === undefined ? 'file' : 'evaluatedFile';
  item.description = result === undefined ? l10n.t('not evaluated; so far') : l10n.t('Hits@1 {0} %, {1} questions', (100 * result.report.hits1).toFixed(1), result.report.judged);
  return item;
}

function folder(label: string, n: number, icon: ThemeIcon): TreeItem {
  const item = new TreeItem(label, TreeItemCollapsibleState.Collapsed);
  item.description = String(n);
  item.iconPath = icon;
  return item;
}

function iconOf(group: string): ThemeIcon {
  if (group === 'right') return new ThemeIcon('pass', new ThemeColor('testing.iconPassed'));
  if (group === 'unjudged') return new ThemeIcon('circle-outline');
  return new ThemeIcon('error', new ThemeColor('testing.iconFailed'));
}
