import { apiKeys, connections } from '@ringfence/db/schema';
import type { TenantReader } from '@ringfence/tenancy';
import { and, eq, inArray } from 'drizzle-orm';
import type { ProceduresOutside } from '../outside/outside.ts';

interface ActedBy {
  readonly actorKind: string;
  readonly actorId: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What people call those who acted, by id: members, keys and connections. Whoever is gone for good has no entry. */
export async function nameActors(
  db: TenantReader,
  outside: Pick<ProceduresOutside, 'findUsers'>,
  rows: readonly ActedBy[],
): Promise<Map<string, string>> {
  const [keys, ways, users] = await Promise.all([
    nameKeys(db, idsOf(rows, 'api-key')),
    nameConnections(db, idsOf(rows, 'connection')),
    outside.findUsers(idsOf(rows, 'user')),
  ]);
  return new Map([...keys, ...ways, ...users].map(({ id, name }) => [id, name]));
}

function idsOf(rows: readonly ActedBy[], kind: string): string[] {
  return [...new Set(rows.flatMap(({ actorKind, actorId }) => (actorKind === kind && UUID.test(actorId) ? [actorId] : [])))];
}

async function nameKeys(db: TenantReader, ids: string[]) {
  if (ids.length === 0) return [];
  return db
    .select({ id: apiKeys.id, name: apiKeys.name })
    .from(apiKeys)
    .where(and(eq(apiKeys.orgId, db.orgId), inArray(apiKeys.id, ids)));
}

async function nameConnections(db: TenantReader, ids: string[]) {
  if (ids.length === 0) return [];
  return db
    .select({ id: connections.id, name: connections.name })
    .from(connections)
    .where(and(eq(connections.orgId, db.orgId), inArray(connections.id, ids)));
}
