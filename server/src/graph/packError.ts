/** A pack that cannot be read: the message names the file, the section and the remedy. */
export class PackError extends Error {
  override readonly name = 'PackError';
}
