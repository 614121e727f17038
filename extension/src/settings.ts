import { workspace } from 'vscode';
import type { HopLensSettings } from '../../server/src/protocol';

export const SECTION = 'hoplens';

/** The settings as the server takes them. In an untrusted workspace VS Code leaves out what the workspace says of the restricted ones. */
export function readSettings(): HopLensSettings {
  const section = workspace.getConfiguration(SECTION);
  return {
    graphPath: section.get('graph.path', ''),
    modelPath: section.get('model.path', ''),
    answerThreshold: section.get<number | null>('answerThreshold', null),
    minimumScore: section.get('minimumScore', 0.1),
    author: section.get('corrections.author', ''),
    annotateOtherLanguages: section.get('annotateOtherLanguages', false),
  };
}
