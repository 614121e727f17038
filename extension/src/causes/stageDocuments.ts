import { EventEmitter, l10n, Uri, ViewColumn, workspace, type CancellationToken, type Disposable, type TextDocumentContentProvider } from 'vscode';
import type { StageName } from '../../../server/src/protocol';
import type { Services } from '../services';
import { messageOf } from '../commands/failure';
import { queryOf, readAddress, STAGE_SCHEME, type StageAddress } from './stageAddress';
import { showRendered } from './preview';
import { stageDocument, whyNotDocument } from './requests';

/** Serves the virtual documents of the stages; they follow their question's document. */
export class StageDocuments implements TextDocumentContentProvider, Disposable {
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #subscriptions: Disposable[];

  constructor(private readonly services: Pick<Services, 'server' | 'annotations'>) {
    this.#subscriptions = [
      workspace.registerTextDocumentContentProvider(STAGE_SCHEME, this),
      services.annotations.onChanged((changed) => {
        for (const { uri } of workspace.textDocuments) if (uri.scheme === STAGE_SCHEME && readAddress(uri.query)?.uri === changed) this.#changed.fire(uri);
      }),
    ];
  }

  async provideTextDocumentContent({ query }: Uri, token: CancellationToken): Promise<string> {
    const address = readAddress(query);
    if (address === undefined) return l10n.t('This address names no stage of a question.');
    const { server } = this.services;
    try {
      const { text } = 'stage' in address ? await stageDocument(server, address, token) : await whyNotDocument(server, address, token);
      return text;
    } catch (error) {
      return messageOf(error);
    }
  }

  dispose(): void {
    for (const one of this.#subscriptions) one.dispose();
    this.#changed.dispose();
  }
}

/** Opens a virtual document beside the editor. */
export async function openBeside(address: StageAddress, title: string): Promise<void> {
  // A slash would be a folder of the path.
  const uri = Uri.from({ scheme: STAGE_SCHEME, path: `/${title.replace(/[\\/]/g, ' ')}.md`, query: queryOf(address) });
  await showRendered(uri, 'markdown.showPreviewToSide', ViewColumn.Beside);
}

/** What a stage is called in the user's language. */
export function stageTitles(): Readonly<Record<StageName, string>> {
  return {
    tokens: l10n.t('Tokens'), mentions: l10n.t('Mentions'), candidates: l10n.t('Candidates'), hops: l10n.t('Hop scores'), follow: l10n.t('Follow trace'),
    intersection: l10n.t('Intersection'), answers: l10n.t('Answers'), timings: l10n.t('Timings'),
  };
}
