import { type Permission, PERMISSIONS } from '@ringfence/domain';
import { procedureInTenant } from '@ringfence/tenancy/trpc';
import { callerOf } from './caller-of.ts';
import { identifiedProcedure } from './identified-procedure.ts';
import type { ProcedureMeta } from './trpc.ts';

interface OrgProcedureMeta extends ProcedureMeta {
  readonly permission: Permission;
}

/**
 * For members of an organisation: the tenant that the verified token names, handed down as `ctx.db`. Queries only read, mutations are
 * one transaction. A permission must be named first, or there is nothing to build on; the database holds the entry to its roles. Inside,
 * no other way to the database is left.
 */
export const protectedOrgProcedure = {
  meta(meta: OrgProcedureMeta) {
    const { permission, isRepeatable, isOneTrip } = meta;
    const roles = PERMISSIONS[permission];
    return identifiedProcedure
      .meta(meta)
      .use(({ ctx, type, signal, next }) =>
        procedureInTenant(ctx.tenancy, callerOf(ctx.signedIn), { type, roles, isRepeatable, isOneTrip, signal, trips: ctx.trips }, (db) =>
          next({ ctx: { db, tenancy: undefined, identify: undefined } }),
        ),
      );
  },
};
