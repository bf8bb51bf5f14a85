import type { IdentityDatabase } from '@ringfence/db';
import { legacyClaims, subjects, users } from '@ringfence/db/schema';
import { and, desc, eq, sql } from 'drizzle-orm';

/** A member who came in by an organisation that users can edit, how often, and when for the last time. */
export interface ListedLegacyClaim {
  readonly issuer: string;
  readonly userId: string;
  readonly email: string | null;
  readonly orgId: string;
  readonly uses: number;
  readonly firstUsedAt: Date;
  readonly lastUsedAt: Date;
}

/** The newest first. Where the newest is old, `RINGFENCE_LEGACY_USER_METADATA_UNTIL` can go. */
export function listLegacyClaims(database: IdentityDatabase['database']): Promise<ListedLegacyClaim[]> {
  const { issuer, userId, namedOrgId: orgId, uses, firstUsedAt, lastUsedAt } = legacyClaims;
  const email = sql<string | null>`coalesce(${users.email}, ${subjects.email})`;
  return database
    .select({ issuer, userId, email, orgId, uses, firstUsedAt, lastUsedAt })
    .from(legacyClaims)
    .leftJoin(users, eq(users.id, userId))
    .leftJoin(subjects, and(eq(subjects.userId, userId), eq(subjects.issuer, issuer)))
    .orderBy(desc(lastUsedAt));
}
