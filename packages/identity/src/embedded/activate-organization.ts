import { Conflict } from '@ringfence/domain';
import type { IdentityDatabase } from '@ringfence/db';
import { sessions } from '@ringfence/db/schema';
import { eq } from 'drizzle-orm';

/** Writes a session's active organisation; the next token names it if the membership still stands then. @throws Conflict after a sign-out. */
export async function activateOrganization(database: IdentityDatabase['database'], sessionId: string, orgId: string): Promise<void> {
  const changed = await database
    .update(sessions)
    .set({ activeOrgId: orgId, updatedAt: new Date() })
    .where(eq(sessions.id, sessionId))
    .returning({ id: sessions.id });
  if (changed.length === 0) throw new Conflict('You have signed out. Sign in again.');
}
