import type { Caller } from '@ringfence/tenancy';

/** A demo organisation in the database. */
export interface LoadedOrganization {
  readonly owner: Caller;
  /** When it was made: its calls are the fourteen days before that, also when loading is taken up again another day. */
  readonly createdAt: Date;
  readonly isComplete: boolean;
}
