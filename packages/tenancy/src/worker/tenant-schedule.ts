/** Work that comes by itself: what a worker needs to know of a schedule's declaration. */
export interface TenantSchedule {
  readonly name: string;
  /** A tick is a whole multiple of it since 1970, by the database's clock. */
  readonly everyMs: number;
  /** `public.<findDue>(as_of timestamptz) returns setof uuid`: the tenants that have work as of a time. The worker's log-in may call it. */
  readonly findDue: string;
  readonly job: {
    readonly name: string;
    readonly version?: number;
    readonly maxAttempts: number;
    key(payload: Record<string, never>): string;
  };
}
