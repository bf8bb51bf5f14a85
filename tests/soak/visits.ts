import { leads } from '@ringfence/db/schema';
import { type Caller, compile, type Given, type Tenancy, type TenantDb, type TenantReader } from '@ringfence/tenancy';
import { eq, sql } from 'drizzle-orm';
import { OwnError, type SoakTally } from './soak-tally.ts';
import { SOAK } from './soak-options.ts';

/** One request as an organisation's owner. */
export interface Visit {
  readonly tenancy: Tenancy;
  readonly caller: Caller;
  readonly tally: SoakTally;
  readonly signal: AbortSignal | undefined;
  readonly random: () => number;
}

const listed = { orgId: leads.orgId, id: leads.id, note: leads.note };
const listLeads = compile((query, given: Given<{ limit: number }>) =>
  query
    .select(listed)
    .from(leads)
    .where(eq(leads.orgId, given('orgId')))
    .limit(given('limit')),
);
const noteLead = compile((query, given: Given<{ phone: string; note: string }>) =>
  query
    .update(leads)
    .set({ note: sql`${given('note')}` })
    .where(eq(leads.phone, given('phone')))
    .returning(listed),
);

// No condition names the organisation: row-level security stands alone here.
const all = (db: TenantReader) => db.select(listed).from(leads);
const note = (db: TenantDb, { caller, random }: Visit) =>
  noteLead(db, {
    phone: `+4915100000${String(1 + Math.floor(random() * SOAK.leadsEach)).padStart(3, '0')}`,
    note: `${caller.orgId} noted`,
  });
const division = (db: TenantReader) => db.execute(sql`select 1 / (count(*) - count(*)) from public.leads`);

async function readTogether({ tenancy, caller, tally, signal }: Visit): Promise<void> {
  const [plain, compiled, count] = await tenancy.readInTenant(
    caller,
    (db) => Promise.all([all(db), listLeads(db, { limit: 50 }), db.$count(leads)]),
    { signal },
  );
  for (const rows of [plain, compiled]) tally.saw(caller.orgId, rows);
  if (count !== SOAK.leadsEach) tally.shortAnswers += 1;
}

async function readCompiled({ tenancy, caller, tally, signal }: Visit): Promise<void> {
  tally.saw(caller.orgId, await tenancy.readInTenant(caller, (db) => listLeads(db, { limit: 50 }), { signal }));
}

async function readBesideFailure({ tenancy, caller, tally, signal }: Visit): Promise<void> {
  await tenancy.readInTenant(
    caller,
    async (db) => {
      const [before, failed, after] = await Promise.allSettled([all(db), division(db), all(db)]);
      for (const each of [before, after]) if (each.status === 'fulfilled') tally.saw(caller.orgId, each.value);
      if (failed.status === 'rejected') throw failed.reason;
    },
    { signal },
  );
}

async function transact(visit: Visit): Promise<void> {
  const { tenancy, caller, tally, signal } = visit;
  const { before, noted, after } = await tenancy.inTenant(
    caller,
    async (db) => ({ before: await all(db), noted: await note(db, visit), after: await all(db) }),
    { signal, isRepeatable: true },
  );
  for (const rows of [before, after]) tally.saw(caller.orgId, rows);
  tally.saw(caller.orgId, noted, 1);
}

async function writeInOneTrip(visit: Visit): Promise<void> {
  const { tenancy, caller, tally, signal } = visit;
  const [noted, rows] = await tenancy.inTenant(caller, (db) => Promise.all([note(db, visit), all(db)]), { signal, isOneTrip: true });
  tally.saw(caller.orgId, noted, 1);
  tally.saw(caller.orgId, rows);
}

/** Fails at the entry's side, in a statement or by itself, with a statement behind it that nobody awaits. */
async function fail(visit: Visit): Promise<void> {
  const { tenancy, caller, signal, random } = visit;
  const way = random();
  await tenancy.inTenant(
    caller,
    async (db) => {
      if (way > 0.3) await note(db, visit);
      if (way > 0.6 && way < 0.8) await division(db);
      if (way > 0.8) await workOnAfterFailure(db);
      void all(db).then(
        () => {},
        () => {},
      );
      throw new OwnError('no');
    },
    { signal, isOneTrip: way < 0.15 },
  );
}

/** As a caller does that overlooks a failure: Postgres ran nothing of it, and answers nothing behind it. */
async function workOnAfterFailure(db: TenantDb): Promise<void> {
  await Promise.allSettled([division(db)]);
  await all(db);
}

/** What injected code would do to the next one on its connection. */
async function leaveSomething({ tenancy, caller, signal, random }: Visit): Promise<void> {
  const leavings = [
    sql`select set_config('tenancy.context', current_setting('tenancy.context'), false)`,
    sql`select set_config('tenancy.context', 'nonsense', false)`,
    sql`set search_path = nowhere`,
    sql`prepare tenancy_enter_too as select 1`,
    sql`declare held cursor with hold for select * from public.leads`,
    sql`rollback`,
    sql`begin`,
  ];
  const leaving = leavings[Math.floor(random() * leavings.length)] ?? sql`rollback`;
  if (random() < 0.5) await tenancy.inTenant(caller, (db) => db.execute(leaving), { signal });
  else await tenancy.readInTenant(caller, (db) => Promise.all([db.execute(leaving), all(db)]), { signal });
}

async function neverEnd({ tenancy, caller, signal }: Visit): Promise<void> {
  await tenancy.inTenant(caller, (db) => all(db).then(() => new Promise<never>(() => {})), { signal });
}

async function enterStrange({ tenancy, caller }: Visit): Promise<void> {
  const stranger: Caller = { orgId: caller.orgId, actor: { kind: 'user', id: '019abcde-0000-7000-8000-000000000000' } };
  await tenancy.readInTenant(stranger, all);
}

/** Of a thousand visits, so many go each way. */
export const VISITS: readonly { readonly share: number; readonly visit: (visit: Visit) => Promise<void> }[] = [
  { share: 330, visit: readTogether },
  { share: 220, visit: readCompiled },
  { share: 200, visit: transact },
  { share: 150, visit: writeInOneTrip },
  { share: 50, visit: fail },
  { share: 39, visit: readBesideFailure },
  { share: 8, visit: enterStrange },
  { share: 2.9, visit: leaveSomething },
  { share: 0.1, visit: neverEnd },
];
