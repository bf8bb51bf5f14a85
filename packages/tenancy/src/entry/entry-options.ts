import type { Trips } from './trips.ts';

export interface EntryOptions {
  /** The roles that may enter; the database refuses others with TN004. */
  readonly roles?: readonly string[] | undefined;
  /** The request that this is part of: its reads share round trips, and it counts them. */
  readonly trips?: Trips | undefined;
  /** Cancels: what hasn't been committed isn't. */
  readonly signal?: AbortSignal | undefined;
}
