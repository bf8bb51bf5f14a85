import type { IdentityDatabase } from '@ringfence/db';
import { sql } from 'drizzle-orm';
import type { LegacyClaim } from '../tokens/sign-in-outside.ts';

/** Notes one use of an organisation in `user_metadata` by a member of it, in the statement that looks the membership up; false for others. */
export async function takeLegacyClaim(database: IdentityDatabase['database'], { issuer, userId, orgId }: LegacyClaim): Promise<boolean> {
  const noted = await database.execute(sql`
    insert into identity.legacy_claims (issuer, user_id, named_org_id)
    select ${issuer}, ${userId}::uuid, org_id from public.organizations_of_user(${userId}::uuid) where org_id = ${orgId}::uuid
    on conflict (issuer, user_id, named_org_id) do update set uses = legacy_claims.uses + 1, last_used_at = now()
    returning uses`);
  return noted.length > 0;
}
