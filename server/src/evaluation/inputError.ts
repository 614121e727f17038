/** A file given to an evaluation that cannot be used: names it, and what to do. */
export class InputError extends Error {
  override readonly name = 'InputError';
}
