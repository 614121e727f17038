/** The question is no longer in its document. */
export class QuestionGone extends Error {
  override readonly name = 'QuestionGone';
}
