import type { TenantDb } from '../drizzle/tenant-db.ts';
import type { TransactionOptions } from '../entry/write-in-tenant.ts';

/** What a task needs to know of a job's declaration. The payload is without the organisation, which the queue's entry stamps. */
export interface TaskDeclaration<Payload> {
  readonly name: string;
  /** Which form the payload has; 1 unless said. */
  readonly version?: number;
  readonly payload: { safeParse(input: unknown): { success: true; data: Payload } | { success: false } };
  /** An earlier version's payload in this one's form. */
  upgrade?(payload: unknown, version: number): unknown;
}

/** How many of what, for the log line of the job. */
export type JobCounts = { readonly [what: string]: number | undefined };

export interface JobContext<Payload, Outside> {
  readonly orgId: string;
  /** One transaction of the job's own organisation; refused once the job has ended. */
  tenant<T>(work: (db: TenantDb) => Promise<T>, options?: Pick<TransactionOptions, 'isOneTrip'>): Promise<T>;
  readonly payload: Payload;
  readonly outside: Outside;
  readonly job: { readonly id: string; readonly attempt: number; readonly isLastAttempt: boolean };
  readonly workerId: string;
  /** Aborted when the time of the job is up, or its worker stops. */
  readonly signal: AbortSignal;
}

/** A handler with its payload's type hidden, so that tasks of every payload fit one list. */
export interface TenantTask<Outside> {
  readonly name: string;
  readonly version: number;
  /** The handler with a payload that fits, or null for one that doesn't. `version` is the payload's; this one's unless said. */
  accept(
    payload: unknown,
    version?: number,
  ): ((context: Omit<JobContext<unknown, Outside>, 'payload'>) => Promise<JobCounts | void>) | null;
}

type PayloadOf<Declaration> = Declaration extends TaskDeclaration<infer Payload> ? Payload : never;

/** Binds a handler to a declared job. It never sees a payload that doesn't fit, nor a client of another organisation. */
export function tenantTask<Declaration extends TaskDeclaration<unknown>, Outside>(
  declaration: Declaration,
  handler: (context: JobContext<PayloadOf<Declaration>, Outside>) => Promise<JobCounts | void>,
): TenantTask<Outside> {
  const { name, version = 1 } = declaration;
  return {
    name,
    version,
    accept(input, given = version) {
      const form = given < version && declaration.upgrade ? declaration.upgrade(input, given) : input;
      const parsed = declaration.payload.safeParse(form);
      if (!parsed.success) return null;
      return (context) => handler({ ...context, payload: asDeclared<Declaration>(parsed.data) });
    },
  };
}

/** Safe: it is what the declaration's own schema gave. */
function asDeclared<Declaration>(payload: unknown): PayloadOf<Declaration> {
  return payload as PayloadOf<Declaration>;
}
