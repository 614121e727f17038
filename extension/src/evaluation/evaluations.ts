import { EventEmitter, type CancellationToken, type Disposable } from 'vscode';
import type { EvaluateFileParams, EvaluateFileResult, EvaluationProgressParams } from '../../../server/src/protocol';
import type { Server } from '../server';
import { evaluateFile } from './requests';

/** The files that were evaluated in this session, each with what came out last; the rows stay on the server. */
export class Evaluations implements Disposable {
  readonly #results = new Map<string, EvaluateFileResult>();
  readonly #changed = new EventEmitter<string>();
  /** Fires with the uri of a file that was evaluated. */
  readonly onChanged = this.#changed.event;

  constructor(private readonly server: Server) {}

  get uris(): readonly string[] {
    return [...this.#results.keys()];
  }

  of(uri: string): EvaluateFileResult | undefined {
    return this.#results.get(uri);
  }

  /** Evaluates a whole file; a cancelled run is kept as far as it came. */
  async run(uri: string, options: Omit<EvaluateFileParams, 'uri' | 'indices' | 'token'>, cancellation: CancellationToken, onProgress: (progress: EvaluationProgressParams) => void): Promise<EvaluateFileResult> {
    const result = await evaluateFile(this.server, { uri, ...options }, cancellation, onProgress);
    if (result.report.n > 0) {
      this.#results.set(uri, result);
      this.#changed.fire(uri);
    }
    return result;
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
