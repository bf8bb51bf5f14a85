/** What can go wrong by design. Each door translates the kind once; anything else is a bug. */
export type Failure = NotFound | Forbidden | Conflict | InvalidInput | RateLimited | Unavailable;

/** Absent, or another organisation's: the two can't be told apart. `noun` is ours ("call"), never an id. */
export class NotFound extends Error {
  readonly kind = 'not-found';
  constructor(noun: string) {
    super(`There is no such ${noun}.`);
    this.name = 'NotFound';
  }
}

/** The caller is known, and may not. */
export class Forbidden extends Error {
  readonly kind = 'forbidden';
  constructor(message: string) {
    super(message);
    this.name = 'Forbidden';
  }
}

/** The organisation lets this caller in no more, or never did: the membership ended, the key was revoked, the organisation is closed. */
export class NotAdmitted extends Forbidden {
  constructor() {
    super('You are not a member of this organisation.');
  }
}

/** The state has moved on, or a unique value is taken within the organisation. */
export class Conflict extends Error {
  readonly kind = 'conflict';
  constructor(message: string) {
    super(message);
    this.name = 'Conflict';
  }
}

/** Input that can't be right; `field` names it, the message never repeats its value. */
export class InvalidInput extends Error {
  readonly kind = 'invalid-input';
  readonly field: string;
  constructor(field: string, expected: string) {
    super(`${field}: ${expected}`);
    this.name = 'InvalidInput';
    this.field = field;
  }
}

/** Too much, too fast. */
export class RateLimited extends Error {
  readonly kind = 'rate-limited';
  readonly retryAfterMs: number;
  constructor(retryAfterMs: number) {
    super('Too many requests. Wait a moment, then try again.');
    this.name = 'RateLimited';
    this.retryAfterMs = retryAfterMs;
  }
}

/** Something we lean on can't be reached just now; trying again later is right. */
export class Unavailable extends Error {
  readonly kind = 'unavailable';
  constructor(message: string) {
    super(message);
    this.name = 'Unavailable';
  }
}
