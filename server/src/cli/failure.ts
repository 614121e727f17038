/** Something that the user can put right: printed without a stack, exit status 2. */
export class Failure extends Error {
  override readonly name = 'Failure';
}
