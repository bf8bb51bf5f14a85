export type InstallRefusal = 'ahead' | 'changed' | 'unknown-key';

/** The database doesn't fit what is to be installed; nothing was done that would have to be undone. */
export class InstallRefused extends Error {
  readonly reason: InstallRefusal;
  constructor(reason: InstallRefusal, message: string) {
    super(message);
    this.name = 'InstallRefused';
    this.reason = reason;
  }
}
