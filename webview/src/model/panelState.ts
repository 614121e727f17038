import type { AnswerQuestionResult, Explanation, Forces, ServerStatus, ToPanel } from '../../../server/src/protocol';

/** What the panel shows: exactly one of four. `busy` keeps what stood before, so that a fast answer does not blink. */
export type PanelState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'busy'; readonly question: string; readonly before: Shown | null }
  | { readonly kind: 'failed'; readonly question: string; readonly message: string }
  | ({ readonly kind: 'explanation' } & Shown);

export interface Shown {
  readonly result: AnswerQuestionResult;
  readonly status: ServerStatus;
  /** The same question with something given; nothing: the model's own answer alone. */
  readonly whatIf?: ShownWhatIf;
}

export interface ShownWhatIf {
  readonly forces: Forces;
  /** Null where it could not be answered, or is not answered yet. */
  readonly explanation: Explanation | null;
  /** Why it could not be answered. */
  readonly message: string;
}

export const EMPTY: PanelState = { kind: 'empty' };

/** The state after a message of the extension; messages that are not about a question leave it as it is. */
export function reduce(state: PanelState, message: ToPanel): PanelState {
  switch (message.type) {
    case 'explanation': return { kind: 'explanation', result: message.result, status: message.status };
    case 'busy': return { kind: 'busy', question: message.question, before: shownIn(state) };
    case 'failed': return { kind: 'failed', question: message.question, message: message.message };
    case 'whatIf': return withWhatIf(state, message);
    case 'card':
    case 'highlight': return state;
  }
}

/** Only the question that is on the screen takes it. */
function withWhatIf(state: PanelState, { uri, index, forces, explanation, message }: Extract<ToPanel, { readonly type: 'whatIf' }>): PanelState {
  if (state.kind !== 'explanation' || state.result.uri !== uri || state.result.index !== index) return state;
  return { ...state, whatIf: { forces, explanation, message } };
}

/** The state with the model's own answer alone again. */
export function withoutWhatIf(state: PanelState): PanelState {
  return state.kind === 'explanation' ? { kind: 'explanation', result: state.result, status: state.status } : state;
}

/** What is drawn: the answer with something given where there is one, otherwise the model's own. */
export const drawn = ({ result, whatIf }: Shown): Explanation => whatIf?.explanation ?? result.explanation;

/** The explanation that is on the screen in a state, if any. */
export function shownIn(state: PanelState): Shown | null {
  if (state.kind === 'explanation') return { result: state.result, status: state.status, ...(state.whatIf === undefined ? {} : { whatIf: state.whatIf }) };
  return state.kind === 'busy' ? state.before : null;
}

/** What outlives the panel's being hidden. `version` changes with its shape: an older state is dropped, not guessed at. */
export interface Saved {
  readonly version: 1;
  readonly state: PanelState;
  readonly unfolded: readonly string[];
  readonly scroll: number;
}

/** A saved state, or null where there is none or it was saved by another version of the panel. What was busy then no longer is. */
export function readSaved(value: unknown): Saved | null {
  return isSaved(value) ? { ...value, state: settled(value.state) } : null;
}

/** A state to keep: what is busy now will not be when it is read again, so what stood before is kept. */
export function settled(state: PanelState): PanelState {
  if (state.kind !== 'busy') return state;
  return state.before === null ? EMPTY : { kind: 'explanation', ...state.before };
}

function isSaved(value: unknown): value is Saved {
  if (typeof value !== 'object' || value === null || !('version' in value) || value.version !== 1) return false;
  if (!('state' in value) || typeof value.state !== 'object' || value.state === null || !('kind' in value.state)) return false;
  return 'unfolded' in value && Array.isArray(value.unfolded) && 'scroll' in value && typeof value.scroll === 'number';
}
