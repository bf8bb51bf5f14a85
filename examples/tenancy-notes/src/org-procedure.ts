import type { Caller, Tenancy, Trips } from '@ringfence/tenancy';
import { procedureInTenant } from '@ringfence/tenancy/trpc';
import { initTRPC } from '@trpc/server';

/** What a request brings: the tenancy of the process, who asks (from a verified token), and its journeys to the database. */
export interface NotesContext {
  readonly tenancy: Tenancy;
  readonly caller: Caller;
  readonly trips: Trips;
}

const { procedure, router, createCallerFactory } = initTRPC.context<NotesContext>().create({ isDev: false });
export { createCallerFactory, router };

/** For members of an organisation: a query reads, a mutation is one transaction, and no other way to the database is left. */
export const orgProcedure = procedure.use(({ ctx: { tenancy, caller, trips }, type, signal, next }) =>
  procedureInTenant(tenancy, caller, { type, trips, signal }, (db) => next({ ctx: { db, tenancy: undefined } })),
);
