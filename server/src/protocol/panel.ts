import type { EntityCard } from './entityCard';
import type { Explanation } from './explanation';
import type { Forces } from './force';
import type { AnswerQuestionResult } from './requests';
import type { Span } from './span';
import type { ServerStatus } from './status';

/** From the extension to the panel. */
export type ToPanel =
  | { readonly type: 'explanation'; readonly result: AnswerQuestionResult; readonly status: ServerStatus }
  | { readonly type: 'busy'; readonly question: string }
  | { readonly type: 'failed'; readonly question: string; readonly message: string }
  | { readonly type: 'card'; readonly card: EntityCard | null; readonly id: string }
  /** The question that is shown, with something given; `explanation` is null where it could not be answered: then the message says why. */
  | { readonly type: 'whatIf'; readonly uri: string; readonly index: number; readonly forces: Forces; readonly explanation: Explanation | null; readonly message: string }
  /** A span under the editor's cursor or mouse lights up in the panel; null clears it. */
  | { readonly type: 'highlight'; readonly span: Span | null };

/** From the panel to the extension. */
export type FromPanel =
  | { readonly type: 'ready' }
  | { readonly type: 'reveal'; readonly uri: string; readonly index: number; readonly span: Span }
  | { readonly type: 'card'; readonly id: string }
  | { readonly type: 'openPage'; readonly id: string }
  | { readonly type: 'copy'; readonly text: string }
  | { readonly type: 'whatIf'; readonly uri: string; readonly index: number; readonly forces: Forces }
  /** The drawing as a file: an SVG's text, or a PNG in base64. */
  | { readonly type: 'savePicture'; readonly name: string; readonly format: PictureFormat; readonly data: string }
  | { readonly type: 'answerAgain'; readonly uri: string; readonly index: number };

export type PictureFormat = 'svg' | 'png';
