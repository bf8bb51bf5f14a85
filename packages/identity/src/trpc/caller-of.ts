import { Forbidden } from '@ringfence/domain';
import type { Caller } from '@ringfence/tenancy';
import type { SignedIn } from '../tokens/signed-in.ts';

/** The one place where a verified token becomes an organisation to enter. @throws Forbidden for a token that names none. */
export function callerOf({ actor, orgId }: SignedIn): Caller {
  if (orgId === null) {
    throw new Forbidden(
      'Your token names no organisation (app_metadata.org_id). Choose one with session.switch, then ask for a new token.',
    );
  }
  return { orgId, actor };
}
