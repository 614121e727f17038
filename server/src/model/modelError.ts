/** A bundle that cannot be used: the message names the file and the remedy. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
}
