import { type Permission, PERMISSIONS } from '@ringfence/domain';
import type { TenantReader } from '@ringfence/tenancy';
import { CLOCK_TOLERANCE_SECONDS } from '../tokens/clock-tolerance.ts';
import { callerOf } from './caller-of.ts';
import { identifiedProcedure } from './identified-procedure.ts';
import { StreamEnded } from './stream-ended.ts';
import { translateFailure } from './translate-failure.ts';

/** The last that a Date can hold: where keys without an expiry end. */
const LAST_MOMENT_MS = 8.64e15;

/**
 * For what lasts longer than a transaction: `ctx.tenant` enters anew for each step, so that a removed member or a lowered role is
 * refused at the next one. When the token has expired the step ends the stream, and the client comes back with a new token.
 */
export const protectedOrgSubscription = {
  meta({ permission }: { readonly permission: Permission }) {
    return identifiedProcedure.meta({ permission }).use(async ({ ctx, next }) => {
      const { signedIn, tenancy } = ctx;
      const caller = callerOf(signedIn);
      const endsAt = Math.min(signedIn.expiresAt.getTime() + CLOCK_TOLERANCE_SECONDS * 1000, LAST_MOMENT_MS);
      async function enter<T>(work: (db: TenantReader) => Promise<T>): Promise<T> {
        try {
          return await tenancy.readInTenant(caller, work, { roles: PERMISSIONS[permission] });
        } catch (error) {
          throw translateFailure(error);
        }
      }
      function tenant<T>(work: (db: TenantReader) => Promise<T>): Promise<T> {
        return Date.now() < endsAt ? enter(work) : Promise.reject(new StreamEnded('its token has expired'));
      }
      // A first step before the stream opens: who may not gets an ordinary answer.
      await enter(() => Promise.resolve());
      const { orgId } = caller;
      return next({ ctx: { tenant, orgId, endsAt: new Date(endsAt), tenancy: undefined, identify: undefined } });
    });
  },
};
