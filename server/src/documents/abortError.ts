/** The work was withdrawn by whoever asked for it. */
export class AbortError extends Error {
  override readonly name = 'AbortError';
}

/** The question is no longer in its document. */
export class QuestionGone extends Error {
  override readonly name = 'QuestionGone';
}
