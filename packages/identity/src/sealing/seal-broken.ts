/** A sealed secret that can't be opened: changed, or sealed with a key that this installation doesn't have any more. */
export class SealBroken extends Error {
  constructor(cause?: unknown) {
    super('A sealed secret can not be opened with the key of this installation.', { cause });
    this.name = 'SealBroken';
  }
}
