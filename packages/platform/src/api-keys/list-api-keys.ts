import { apiKeys } from '@ringfence/db/schema';
import type { TenantReader } from '@ringfence/tenancy';
import { desc, eq } from 'drizzle-orm';
import type { ProceduresOutside } from '../outside/outside.ts';

/** Revoked keys stay in the list; of very many the oldest fall off. */
const SHOWN = 500;

/** Every key with what people may see of it: those that count, newest first, then the revoked ones. `createdBy` is a name. */
export async function listApiKeys(db: TenantReader, outside: Pick<ProceduresOutside, 'findUsers'>) {
  const rows = await db
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      prefix: apiKeys.prefix,
      role: apiKeys.role,
      createdAt: apiKeys.createdAt,
      createdBy: apiKeys.createdBy,
      lastUsedAt: apiKeys.lastUsedAt,
      expiresAt: apiKeys.expiresAt,
      revokedAt: apiKeys.revokedAt,
    })
    .from(apiKeys)
    .where(eq(apiKeys.orgId, db.orgId))
    .orderBy(desc(apiKeys.revokedAt), desc(apiKeys.createdAt), desc(apiKeys.id))
    .limit(SHOWN);
  const makers = await outside.findUsers([...new Set(rows.flatMap(({ createdBy }) => createdBy ?? []))]);
  const names = new Map(makers.map(({ id, name }) => [id, name]));
  return { items: rows.map((row) => ({ ...row, createdBy: row.createdBy === null ? null : (names.get(row.createdBy) ?? null) })) };
}
