import type { Permission } from '@ringfence/domain';
import { procedureInTenant } from '@ringfence/tenancy/trpc';
import { callerOf } from './caller-of.ts';
import { identifiedProcedure } from './identified-procedure.ts';
import { refuseWithout } from './refuse-without.ts';

/**
 * For members of an organisation: one transaction in the tenant that the verified token names, handed down as `ctx.db`. A permission
 * must be named first, or there is nothing to build on. Inside, no other way to the database is left.
 */
export const protectedOrgProcedure = {
  meta({ permission }: { readonly permission: Permission }) {
    return identifiedProcedure.meta({ permission }).use(({ ctx, next }) =>
      procedureInTenant(ctx.tenancy, callerOf(ctx.signedIn), (db) => {
        refuseWithout(permission, db);
        return next({ ctx: { db, tenancy: undefined, identify: undefined } });
      }),
    );
  },
};
