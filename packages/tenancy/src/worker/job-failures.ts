/** The payload names no organisation, or doesn't fit its task: no attempt will mend it. */
export class PayloadRefused extends Error {
  constructor(why: string) {
    super(`The payload was refused: ${why}.`);
    this.name = 'PayloadRefused';
  }
}

/** The job didn't end within its limit; its signal was aborted and its client closed. */
export class JobTooLong extends Error {
  constructor(limitMs: number) {
    super(`The job took more than ${limitMs} ms.`);
    this.name = 'JobTooLong';
  }
}

/** The worker stops; the job goes back and no attempt is counted. */
export class WorkerStops extends Error {
  constructor() {
    super('The worker stops.');
    this.name = 'WorkerStops';
  }
}

/** The job was given to another worker meanwhile: whatever this run did, it doesn't end the job. */
export class LockLost extends Error {
  constructor() {
    super('The job was given to another worker.');
    this.name = 'LockLost';
  }
}

/** The worker that ran the last attempt went silent. */
export class WorkerLost extends Error {
  constructor() {
    super('The worker went silent in the middle of the job.');
    this.name = 'WorkerLost';
  }
}
