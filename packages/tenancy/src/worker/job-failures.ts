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

/** Workers were lost again and again while they ran this job: it is set aside until somebody lets it go on. */
export class JobQuarantined extends Error {
  constructor(crashes: number) {
    super(`The job was set aside: ${crashes} workers were lost while they ran it.`);
    this.name = 'JobQuarantined';
  }
}
