/** Thrown by a handler that can't do its work yet through no fault of its own: the job comes again after `delayMs`, and no attempt counts. */
export class JobPostponed extends Error {
  readonly delayMs: number;
  constructor(delayMs: number) {
    super(`The job was put off for ${delayMs} ms.`);
    this.name = 'JobPostponed';
    this.delayMs = delayMs;
  }
}
