import type { TenantDb } from '../drizzle/tenant-db.ts';

/** What a task needs to know of a job's declaration. The payload is without the organisation, which the queue's entry stamps. */
export interface TaskDeclaration<Payload> {
  readonly name: string;
  readonly payload: { safeParse(input: unknown): { success: true; data: Payload } | { success: false } };
}

/** How many of what, for the log line of the job. */
export type JobCounts = { readonly [what: string]: number | undefined };

export interface JobContext<Payload, Outside> {
  readonly orgId: string;
  /** One transaction of the job's own organisation; refused once the job has ended. */
  tenant<T>(work: (db: TenantDb) => Promise<T>): Promise<T>;
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
  /** The handler with a payload that fits, or null for one that doesn't. */
  accept(payload: unknown): ((context: Omit<JobContext<unknown, Outside>, 'payload'>) => Promise<JobCounts | void>) | null;
}

type PayloadOf<Declaration> = Declaration extends TaskDeclaration<infer Payload> ? Payload : never;

/** Binds a handler to a declared job. It never sees a payload that doesn't fit, nor a client of another organisation. */
export function tenantTask<Declaration extends TaskDeclaration<unknown>, Outside>(
  declaration: Declaration,
  handler: (context: JobContext<PayloadOf<Declaration>, Outside>) => Promise<JobCounts | void>,
): TenantTask<Outside> {
  return {
    name: declaration.name,
    accept(input) {
      const parsed = declaration.payload.safeParse(input);
      if (!parsed.success) return null;
      return (context) => handler({ ...context, payload: asDeclared<Declaration>(parsed.data) });
    },
  };
}

/** Safe: it is what the declaration's own schema gave. */
function asDeclared<Declaration>(payload: unknown): PayloadOf<Declaration> {
  return payload as PayloadOf<Declaration>;
}
