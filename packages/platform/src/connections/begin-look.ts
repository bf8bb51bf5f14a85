import { NotFound } from '@ringfence/domain';
import { type CatchUp, hasList, type ListWindow, type ProviderAccount } from '@ringfence/domain/connections';
import { connectionLooks, connections, organizations, providerEvents } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, desc, eq, sql } from 'drizzle-orm';

/** Farther back nobody looks: Vapi keeps two weeks, and what is older would be news to nobody. */
const FARTHEST_DAYS = 31;

/** A day of the organisation, and the stretch of time it is. */
export interface LookedDay extends ListWindow {
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

/** What a look is about; the secrets are still sealed. */
export interface Look {
  readonly connectionId: string;
  readonly account: Pick<ProviderAccount, 'provider' | 'accountId' | 'lastCallback'>;
  readonly secretSealed: Buffer;
  readonly fetchKeySealed: Buffer | null;
  readonly begunAt: Date;
  /** From the day to which all is known until today, the oldest first: whole days, so that each one's count is whole. */
  readonly days: readonly LookedDay[];
}

/**
 * Where a look at the provider's list begins, and with what it is asked for; null for a connection that is switched off, or whose provider
 * has no list. @throws NotFound if this organisation has no such connection.
 */
export async function beginLook(db: TenantDb, { connectionId }: CatchUp): Promise<Look | null> {
  const [[found], [callback]] = await Promise.all([findConnection(db, connectionId), findLastCallback(db, connectionId)]);
  if (!found) throw new NotFound('connection');
  if (!found.enabled || !hasList(found.provider)) return null;
  const { provider, accountId, secretSealed, fetchKeySealed, begunAt } = found;
  const account = { provider, accountId, lastCallback: callback?.body ?? null };
  return { connectionId, account, secretSealed, fetchKeySealed, begunAt, days: await daysFrom(db, found) };
}

function findConnection(db: TenantDb, connectionId: string) {
  return db
    .select({
      provider: connections.provider,
      accountId: connections.accountId,
      secretSealed: connections.secretSealed,
      fetchKeySealed: connections.fetchKeySealed,
      enabled: connections.enabled,
      timeZone: organizations.timeZone,
      completeUntil: sql<Date>`coalesce(${connectionLooks.completeUntil}, ${connections.createdAt})`.mapWith(connections.createdAt),
      begunAt: sql<Date>`clock_timestamp()`.mapWith(connections.createdAt),
    })
    .from(connections)
    .innerJoin(organizations, eq(organizations.orgId, connections.orgId))
    .innerJoin(connectionLooks, and(eq(connectionLooks.orgId, connections.orgId), eq(connectionLooks.connectionId, connections.id)))
    .where(and(eq(connections.orgId, db.orgId), eq(connections.id, connectionId)));
}

/** Twilio names its account in every callback: it needn't have been told. */
function findLastCallback(db: TenantDb, connectionId: string) {
  return db
    .select({ body: providerEvents.body })
    .from(providerEvents)
    .where(and(eq(providerEvents.orgId, db.orgId), eq(providerEvents.connectionId, connectionId), eq(providerEvents.source, 'callback')))
    .orderBy(desc(providerEvents.receivedAt))
    .limit(1);
}

interface Since {
  readonly completeUntil: Date;
  readonly begunAt: Date;
  readonly timeZone: string;
}

/** Days as the organisation's people count them: the database knows where they begin, twenty-five-hour ones too. */
async function daysFrom(db: TenantDb, { completeUntil, begunAt, timeZone }: Since): Promise<LookedDay[]> {
  const now = begunAt.toISOString();
  const { rows } = await db.execute<{ day: string; starts_at: string; ends_at: string }>(sql`
    select to_char(day, 'YYYY-MM-DD') as day, day at time zone ${timeZone} as starts_at,
      (day + interval '1 day') at time zone ${timeZone} as ends_at
    from generate_series(
      date_trunc('day', greatest(${completeUntil.toISOString()}::timestamptz, ${now}::timestamptz - make_interval(days => ${FARTHEST_DAYS}::integer)) at time zone ${timeZone}),
      ${now}::timestamptz at time zone ${timeZone}, interval '1 day') as day`);
  return rows.map(({ day, starts_at: from, ends_at: to }) => ({ day, from: new Date(from), to: new Date(to) }));
}
