import { NotFound } from '@ringfence/domain';
import type { RevokeApiKey } from '@ringfence/domain/api-keys';
import { apiKeys } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { writeAudit } from '../audit-log/write-audit.ts';
import { refuseUnlessPerson } from './refuse-unless-person.ts';

/** Ends a key: its next request is refused, its streams end, its links die. @throws NotFound if there is none that still counts. */
export async function revokeApiKey(db: TenantDb, { id }: RevokeApiKey): Promise<{ id: string }> {
  refuseUnlessPerson(db);
  const [revoked] = await db
    .update(apiKeys)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(apiKeys.orgId, db.orgId), eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
    .returning({ id: apiKeys.id });
  if (!revoked) throw new NotFound('API key');
  await writeAudit(db, { action: 'api-key.revoke', target: revoked.id });
  return revoked;
}
