import { NotAdmitted } from '@ringfence/domain';
import { apiKeys, auditLog, memberships } from '@ringfence/db/schema';
import type { Caller, Tenancy, TenantDb } from '@ringfence/tenancy';
import { and, eq, inArray } from 'drizzle-orm';
import type { Attempt } from './attempt.ts';
import { findOwners } from './find-owners.ts';
import { type TrailRow, trailRows } from './trail-rows.ts';

/** How a row calls whoever isn't of its organisation. */
const OUTSIDER = 'outsider';

/**
 * Looks whose the named ids are, and notes each attempt in the organisation of who tried and in the one it was aimed at. What is written
 * is the crossing's own row in the log: nothing else of an organisation is read or changed. Gives those that were attempts to cross.
 */
export async function noteAttempts(service: Tenancy, attempts: readonly Attempt[]): Promise<Attempt[]> {
  const ids = new Set(attempts.flatMap((attempt) => attempt.ids));
  const owners = await findOwners(service, [...ids]);
  const noted = attempts.map((attempt) => ({ attempt, rows: trailRows(attempt, owners) })).filter(({ rows }) => rows.length > 0);
  const byOrganization = Map.groupBy(
    noted.flatMap(({ rows }) => rows),
    ({ orgId }) => orgId,
  );
  for (const [orgId, rows] of byOrganization) await writeRows(service, orgId, rows);
  return noted.map(({ attempt }) => attempt);
}

async function writeRows(service: Tenancy, orgId: string, rows: readonly TrailRow[]): Promise<void> {
  const operator: Caller = { orgId, actor: { kind: 'operator', id: 'trail' } };
  try {
    await service.inTenant(operator, async (db) => {
      const belonging = await belongingActors(db, rows);
      const values = rows.map((row) => ({ ...asWritten(row, belonging), orgId }));
      await db.insert(auditLog).values(values);
    });
  } catch (error) {
    // An organisation that is closed, or never was: nobody there reads a log.
    if (!(error instanceof NotAdmitted)) throw error;
  }
}

/** Whoever isn't of the organisation a token named is an outsider there: what they reached for is no business of it. */
function asWritten({ by, ...row }: TrailRow, belonging: ReadonlySet<string>): typeof auditLog.$inferInsert {
  if (by && belonging.has(by.actor.id)) return { ...row, actorKind: by.actor.kind, actorId: by.actor.id, address: by.address };
  const outsiders = { actorKind: OUTSIDER, actorId: OUTSIDER };
  return by ? { ...row, ...outsiders, action: 'crossing.entry', target: null } : { ...row, ...outsiders };
}

async function belongingActors(db: TenantDb, rows: readonly TrailRow[]): Promise<Set<string>> {
  const actors = rows.flatMap(({ by }) => (by ? [by.actor] : []));
  const idsOf = (kind: string) => actors.filter((actor) => actor.kind === kind).map(({ id }) => id);
  const [users, keys] = [idsOf('user'), idsOf('api-key')];
  const [members, ownKeys] = await Promise.all([
    users.length === 0 ? [] : membersAmong(db, users),
    keys.length === 0 ? [] : keysAmong(db, keys),
  ]);
  return new Set([...members, ...ownKeys].map(({ id }) => id).concat(idsOf('job')));
}

function membersAmong(db: TenantDb, ids: string[]) {
  return db
    .select({ id: memberships.userId })
    .from(memberships)
    .where(and(eq(memberships.orgId, db.orgId), inArray(memberships.userId, ids)));
}

/** Revoked ones too: that a key is used after its end is its organisation's to know. */
function keysAmong(db: TenantDb, ids: string[]) {
  return db
    .select({ id: apiKeys.id })
    .from(apiKeys)
    .where(and(eq(apiKeys.orgId, db.orgId), inArray(apiKeys.id, ids)));
}
