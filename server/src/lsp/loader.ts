import { join } from 'node:path';
import type { Answerer } from '../answering/answerer';
import { createAnswerer } from '../answering/createAnswerer';
import { EMBEDDED } from '../answering/openPipeline';
import type { Documents } from '../documents/documents';
import type { Diagnoser } from '../evaluation/diagnoser/diagnoser';
import { ThreadDiagnoser } from '../evaluation/diagnoser/threadDiagnoser';
import { buildGroups, type Groups } from '../graph/groups';
import type { KnowledgeGraph } from '../graph/knowledgeGraph';
import { readManifest } from '../model/bundle';
import type { HopLensSettings, ServerStatus } from '../protocol';

/** A graph that is loaded, with the groups that entity cards are made from, and what answers and diagnoses questions over it. */
export interface Loaded {
  readonly graph: KnowledgeGraph;
  readonly groups: Groups;
  readonly answerer: Answerer;
  /** Finds causes of misses, in a thread of its own. */
  readonly diagnoser: Diagnoser;
  /** How often the model's training asked each relation, for the control of an evaluation; empty where its bundle does not say. */
  readonly relationFrequency: Readonly<Record<string, number>>;
}

type Log = Pick<Console, 'info' | 'error'>;
const SILENT: ServerStatus = { state: 'loading', graph: '', model: '', message: '', lastMillis: null };

/** Loads graph and model, again when the settings name others, and says how that goes. A failure leaves the server up: features return nothing, the status says why. */
export class Loader {
  /** Folder of the embedded graph and model. */
  assets = '';
  #loaded: (Loaded & { readonly diagnoser: ThreadDiagnoser }) | undefined;
  /** Loading happens one at a time; the last one asked for wins. */
  #turn = 0;
  #status = SILENT;
  #last: Promise<void> = Promise.resolve();

  constructor(private readonly documents: Documents, private readonly log: Log, private readonly send: (status: ServerStatus) => void) {}

  get loaded(): Loaded | undefined {
    return this.#loaded;
  }

  /** Never rejects: what goes wrong becomes the status. */
  load(settings: HopLensSettings): Promise<void> {
    const turn = ++this.#turn;
    this.#last = this.#last.then(() => (turn === this.#turn ? this.#load(settings) : undefined));
    return this.#last;
  }

  /** A question that was asked for took so many milliseconds: the status item shows it. */
  answeredIn(lastMillis: number): void {
    if (this.#status.state === 'ready') this.#report({ ...this.#status, lastMillis });
  }

  async close(): Promise<void> {
    this.#turn++;
    await this.#last;
    await this.#unload();
  }

  async #load(settings: HopLensSettings): Promise<void> {
    this.#report({ ...SILENT, message: 'Loading graph and model' });
    try {
      await this.#unload();
      const began = performance.now();
      const model = settings.modelPath === '' ? join(this.assets, EMBEDDED.model) : settings.modelPath;
      const answerer = await createAnswerer({
        graph: settings.graphPath === '' ? join(this.assets, EMBEDDED.graph) : settings.graphPath,
        model, threshold: settings.answerThreshold ?? undefined,
      }, join(__dirname, 'worker.cjs'));
      const { relationFrequency = {} } = await readManifest(model);
      this.#loaded = { answerer, relationFrequency, graph: answerer.graph, groups: buildGroups(answerer.graph), diagnoser: new ThreadDiagnoser(answerer.graph.share(), join(__dirname, 'diagnosis.cjs')) };
      const { name, entities } = answerer.graph.provenance;
      this.log.info(`Loaded ${name} and ${answerer.modelName} in ${String(Math.round(performance.now() - began))} ms.`);
      this.#report({ ...SILENT, state: 'ready', graph: `${name}, ${entities.toLocaleString('en-US')} entities`, model: answerer.modelName });
      this.documents.ready(answerer);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.log.error(message);
      this.documents.failed(message);
      this.#report({ ...SILENT, state: 'failed', message });
    }
  }

  async #unload(): Promise<void> {
    const old = this.#loaded;
    this.#loaded = undefined;
    this.documents.loading();
    await old?.diagnoser.close();
    await old?.answerer.close();
  }

  #report(status: ServerStatus): void {
    this.#status = status;
    this.send(status);
  }
}
