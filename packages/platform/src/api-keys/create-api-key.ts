import { Conflict, Forbidden, InvalidInput } from '@ringfence/domain';
import type { CreateApiKey } from '@ringfence/domain/api-keys';
import { mayGrant, ROLES } from '@ringfence/domain/members';
import { apiKeys } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq, isNull } from 'drizzle-orm';
import { writeAudit } from '../audit-log/write-audit.ts';
import { refuseUnlessPerson } from './refuse-unless-person.ts';

/** More programs than this in one organisation are a mistake, and the list of keys has no pages. */
const MOST_KEYS = 100;

/** A key that was just made; `key` itself is told once and kept nowhere. */
export interface NewApiKey {
  readonly key: string;
  readonly prefix: string;
  readonly sha256: Buffer;
}

/**
 * Takes a new key into the organisation. A key may not make keys: they would outlive its revocation.
 * @throws Forbidden for a key that asks, or a role above one's own; InvalidInput for an end that has passed; Conflict when there are enough.
 */
export async function createApiKey(
  db: TenantDb,
  input: CreateApiKey,
  made: NewApiKey,
): Promise<{ id: string; key: string; prefix: string }> {
  refuseUnlessPerson(db);
  const entered = await db.role();
  const ownRole = ROLES.find((known) => known === entered);
  if (!ownRole || !mayGrant(ownRole, input.role)) throw new Forbidden('A key can not have a higher role than yours.');
  const expiresAt = input.expiresAt === undefined ? null : new Date(input.expiresAt);
  if (expiresAt && expiresAt.getTime() <= Date.now()) throw new InvalidInput('expiresAt', 'must be in the future');
  if ((await countKeys(db)) >= MOST_KEYS) throw new Conflict(`There are ${MOST_KEYS} keys already. Revoke one that is not needed.`);
  const [created] = await db
    .insert(apiKeys)
    .values({
      orgId: db.orgId,
      name: input.name,
      role: input.role,
      prefix: made.prefix,
      keySha256: made.sha256,
      createdBy: db.actor.id,
      expiresAt,
    })
    .returning({ id: apiKeys.id });
  if (!created) throw new Error('an inserted key gave no row');
  await writeAudit(db, { action: 'api-key.create', target: created.id });
  return { id: created.id, key: made.key, prefix: made.prefix };
}

function countKeys(db: TenantDb): Promise<number> {
  return db.$count(apiKeys, and(eq(apiKeys.orgId, db.orgId), isNull(apiKeys.revokedAt)));
}
