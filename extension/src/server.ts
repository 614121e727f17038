import { EventEmitter, l10n, type CancellationToken, type Disposable, type ExtensionContext, type LogOutputChannel } from 'vscode';
import { LanguageClient, State, TransportKind, WorkDoneProgress } from 'vscode-languageclient/node';
import {
  AnnotationsChanged, AnswerAll, AnswerQuestion, DocumentQuestions, EntityInfo, SettingsChanged, StatusChanged, UseTool, WhatIf,
  type AnnotationsChangedParams, type AnswerAllResult, type AnswerQuestionParams, type AnswerQuestionResult, type DocumentQuestionsParams, type DocumentQuestionsResult, type EntityInfoResult,
  type InitializationOptions, type ServerStatus, type UseToolParams, type UseToolResult, type WhatIfParams, type WhatIfResult,
} from '../../server/src/protocol';
import { linkCauses } from './causes/causeLinks';
import { provideHover } from './editor/hover';
import { LANGUAGES } from './questionFiles';
import { readSettings } from './settings';

const NOT_STARTED: ServerStatus = { state: 'loading', graph: '', model: '', message: '', lastMillis: null };

/** The language server: started by the first document that needs it, asked through typed methods. */
export class Server implements Disposable {
  readonly #statusChanged = new EventEmitter<ServerStatus>();
  readonly #annotationsChanged = new EventEmitter<AnnotationsChangedParams>();
  readonly onStatus = this.#statusChanged.event;
  readonly onAnnotations = this.#annotationsChanged.event;
  #client: LanguageClient | undefined;
  #starting: Promise<LanguageClient> | undefined;
  #status = NOT_STARTED;
  #progress = 0;

  constructor(private readonly context: ExtensionContext, private readonly output: LogOutputChannel) {}

  get status(): ServerStatus {
    return this.#status;
  }

  get started(): boolean {
    return this.#starting !== undefined;
  }

  /** Starts the server where it does not run. @throws Error when its process cannot be started */
  start(): Promise<LanguageClient> {
    return this.#starting ?? this.#begin(undefined);
  }

  /** Ends the server and starts it again. */
  async restart(): Promise<void> {
    const starting = this.#begin(this.#starting);
    this.#setStatus({ ...NOT_STARTED, message: l10n.t('Restarting') });
    await starting;
  }

  /** Answers a question and puts the answer beside it, unless `quiet`. */
  async answerQuestion(params: AnswerQuestionParams, token?: CancellationToken): Promise<AnswerQuestionResult> {
    const client = await this.start();
    // An undefined token would be sent as a parameter of its own.
    return token === undefined ? client.sendRequest<AnswerQuestionResult>(AnswerQuestion, params) : client.sendRequest<AnswerQuestionResult>(AnswerQuestion, params, token);
  }

  /** Answers every question of a document; `onProgress` hears percent and a message. */
  async answerAll(uri: string, token: CancellationToken, onProgress: (percent: number, message: string) => void): Promise<AnswerAllResult> {
    const client = await this.start();
    const workDoneToken = `hoplens-answer-all-${String(++this.#progress)}`;
    const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
      if (value.kind === 'report') onProgress(value.percentage ?? 0, value.message ?? '');
    });
    try {
      return await client.sendRequest<AnswerAllResult>(AnswerAll, { uri, workDoneToken }, token);
    } finally {
      listening.dispose();
    }
  }

  /** Some questions of an open document. */
  async documentQuestions(params: DocumentQuestionsParams): Promise<DocumentQuestionsResult> {
    return (await this.start()).sendRequest<DocumentQuestionsResult>(DocumentQuestions, params);
  }

  async entityInfo(id: string): Promise<EntityInfoResult> {
    return (await this.start()).sendRequest<EntityInfoResult>(EntityInfo, { id });
  }

  /** Runs a tool for agents. @throws Error with the remedy */
  async useTool(params: UseToolParams, token: CancellationToken): Promise<UseToolResult> {
    return (await this.start()).sendRequest<UseToolResult>(UseTool, params, token);
  }

  /** Answers a question as it would be with something given. */
  async whatIf(params: WhatIfParams): Promise<WhatIfResult> {
    return (await this.start()).sendRequest<WhatIfResult>(WhatIf, params);
  }

  /** Sends the settings on; a server that does not run reads them when it starts. */
  async settingsChanged(): Promise<void> {
    const client = await this.#starting?.catch(() => undefined);
    await client?.sendNotification(SettingsChanged, readSettings());
  }

  dispose(): Promise<void> {
    this.#statusChanged.dispose();
    this.#annotationsChanged.dispose();
    const client = this.#client;
    this.#client = undefined;
    return client?.dispose() ?? Promise.resolve();
  }

  /** Starts a client in the place of another, at once: whoever asks in the meantime waits for the new one. */
  #begin(old: Promise<LanguageClient> | undefined): Promise<LanguageClient> {
    const starting: Promise<LanguageClient> = this.#replace(old).catch((error: unknown) => {
      if (this.#starting === starting) {
        this.#starting = undefined;
        this.#setStatus({ ...NOT_STARTED, state: 'failed', message: l10n.t('The HopLens server did not start: {0}', String(error)) });
      }
      throw error;
    });
    this.#starting = starting;
    return starting;
  }

  async #replace(old: Promise<LanguageClient> | undefined): Promise<LanguageClient> {
    // One that is still starting cannot be stopped; one that failed need not be.
    const client = await old?.catch(() => undefined);
    this.#client = undefined;
    try {
      await client?.dispose();
    } catch (error) {
      this.output.warn(String(error));
    }
    return this.#launch();
  }

  async #launch(): Promise<LanguageClient> {
    const module = this.context.asAbsolutePath('dist/server.cjs');
    // A function: after a crash the client starts the server again by itself, with the settings as they are then.
    const options = (): InitializationOptions => ({ assets: this.context.asAbsolutePath('media'), settings: readSettings() });
    const client: LanguageClient = new LanguageClient('hoplens', 'HopLens', {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6029'] } },
    }, {
      documentSelector: LANGUAGES.flatMap((language) => [{ scheme: 'file', language }, { scheme: 'untitled', language }]),
      outputChannel: this.output,
      initializationOptions: options,
      markdown: { isTrusted: false, supportHtml: false },
      middleware: {
        provideHover: (document, position, token) => provideHover(client, document, position, token),
        provideDiagnostics: async (document, previous, token, next) => linkCauses(await next(document, previous, token)),
      },
    });
    this.#client = client;
    client.onNotification(StatusChanged, (status: ServerStatus) => {
      this.#setStatus(status);
    });
    client.onNotification(AnnotationsChanged, (params: AnnotationsChangedParams) => {
      this.#annotationsChanged.fire(params);
    });
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Stopped && this.#client === client) {
        this.#setStatus({ ...NOT_STARTED, state: 'failed', message: l10n.t('The HopLens server ended unexpectedly. Restart it; the output says more.') });
      }
    });
    await client.start();
    return client;
  }

  #setStatus(status: ServerStatus): void {
    this.#status = status;
    this.#statusChanged.fire(status);
  }
}
