import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  createProtocolConnection, StreamMessageReader, StreamMessageWriter, InitializeRequest, InitializedNotification, DidOpenTextDocumentNotification,
  DidChangeTextDocumentNotification, ExitNotification, ShutdownRequest, type InitializeResult, type ProtocolConnection,
} from 'vscode-languageserver/node';
import { AnnotationsChanged, StatusChanged, type AnnotationsChangedParams, type HopLensSettings, type QuestionsWanted, type ServerStatus } from '../../server/src/protocol';

/** All questions of a document, as far as one request gives them. */
export const ALL: QuestionsWanted = { span: { start: 0, end: Number.MAX_SAFE_INTEGER } };
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const SETTINGS: HopLensSettings = { graphPath: '', modelPath: '', answerThreshold: null, minimumScore: 0, annotateOtherLanguages: true };

/** A language client over stdio, as far as tests need one: the bundled server runs as a process of its own, as it does under an editor. */
export class TestClient {
  readonly statuses: ServerStatus[] = [];
  readonly annotations: AnnotationsChangedParams[] = [];
  readonly #listeners = new Set<() => void>();

  private constructor(readonly connection: ProtocolConnection, private readonly server: ChildProcessWithoutNullStreams, readonly initialized: InitializeResult) {
    connection.onNotification(StatusChanged, (status: ServerStatus) => {
      this.statuses.push(status);
      this.#wake();
    });
    connection.onNotification(AnnotationsChanged, (params: AnnotationsChangedParams) => {
      this.annotations.push(params);
      this.#wake();
    });
  }

  /** Starts the server and says hello. */
  static async start(assets: string, settings: Partial<HopLensSettings> = {}): Promise<TestClient> {
    const server = spawn(process.execPath, [`${ROOT}/dist/server.cjs`, '--stdio']);
    server.stderr.on('data', (chunk: Buffer) => process.stderr.write(chunk));
    const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
    connection.listen();
    // The protocol's type still asks for the deprecated rootUri: by method name the server takes its absence.
    const initialized = await connection.sendRequest<InitializeResult>(InitializeRequest.method, {
      processId: process.pid, capabilities: {}, initializationOptions: { assets, settings: { ...SETTINGS, ...settings } },
    });
    const client = new TestClient(connection, server, initialized);
    await connection.sendNotification(InitializedNotification.type, {});
    return client;
  }

  get pid(): number | undefined {
    return this.server.pid;
  }

  get running(): boolean {
    return this.server.exitCode === null;
  }

  /** The state of the server once loading is over. */
  async loaded(): Promise<ServerStatus> {
    await this.until(() => ['ready', 'failed'].includes(this.statuses.at(-1)?.state ?? ''));
    const last = this.statuses.at(-1);
    if (last === undefined) throw new Error('no status came');
    return last;
  }

  open(uri: string, text: string, languageId = 'hoplens-questions'): Promise<void> {
    return this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId, version: 1, text } });
  }

  change(uri: string, version: number, text: string): Promise<void> {
    return this.connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument: { uri, version }, contentChanges: [{ text }] });
  }

  /** Waits until something holds, looking again after each notification of the server. */
  async until(holds: () => boolean | Promise<boolean>): Promise<void> {
    while (!(await holds())) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(wake, 250);
        const listeners = this.#listeners;
        function wake(): void {
          clearTimeout(timer);
          listeners.delete(wake);
          resolve();
        }
        listeners.add(wake);
      });
    }
  }

  /** Ends the server as an editor does; resolves with its exit code. */
  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.server.once('exit', resolve));
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    return ended;
  }

  #wake(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
