/** Something that works, and shouldn't be written so. */
export interface GuardWarning {
  readonly kind: 'too-many-round-trips' | 'awaited-in-a-loop' | 'without-a-tenant';
  readonly message: string;
  /** Where in the code. */
  readonly at: string;
}

/** For development: what is likely a mistake is told, with the place in the code. Costs a stack trace a statement. */
export interface Guards {
  warn(warning: GuardWarning): void;
  /** More than this in one piece of work, and it is told. */
  readonly mostRoundTrips?: number;
}
