import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { attackedPlatform, type AttackedPlatform } from './api/attacked-platform.ts';
import { callProcedure } from './api/call-procedure.ts';
import type { Member } from './api/member.ts';

const ABORTS = 500;
const AT_ONCE = 50;

let world: AttackedPlatform;
let superuser: Client;
beforeAll(async () => {
  world = await attackedPlatform();
  superuser = new Client({ connectionString: world.platform.database.urls.superuser });
  await superuser.connect();
  await superuser.query(TELLS_WHAT_IS_LEFT);
}, 120_000);
afterAll(async () => {
  await superuser.end();
  await world.close();
});

/** Asked by the server itself, on its own connections and without a tenant: here it notes what each of them still holds. */
const TELLS_WHAT_IS_LEFT = `
  create table public.left_behind (pid integer, context text, read_only text, in_transaction_since timestamptz);
  grant insert on public.left_behind to ringfence_lookup;
  alter function public.find_connection(uuid) rename to find_connection_quietly;
  create function public.find_connection(connection_id uuid)
    returns table (org_id uuid, provider text, secret_sealed bytea, account_id text, enabled boolean)
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$ begin
    insert into public.left_behind values (pg_backend_pid(), current_setting('tenancy.context', true), current_setting('transaction_read_only'), transaction_timestamp());
    return query select * from public.find_connection_quietly(connection_id); end $$;
  alter function public.find_connection(uuid) owner to ringfence_lookup;
  grant execute on function public.find_connection(uuid) to ringfence_app`;

const WISHES = [
  { kind: 'query', path: 'calls.list', input: {} },
  { kind: 'query', path: 'leads.list', input: {} },
  { kind: 'mutation', path: 'organization.update', input: { name: 'Aborted Ltd' } },
] as const;

type Wish = (typeof WISHES)[number];

/** Sends one, and hangs up when told; whether it was hung up before its answer. */
async function sendUntil({ kind, path, input }: Wish, { token }: Member, signal: AbortSignal): Promise<boolean> {
  const isQuery = kind === 'query';
  const address = `${world.platform.url}/trpc/${path}${isQuery ? `?input=${encodeURIComponent(JSON.stringify(input))}` : ''}`;
  const body = isQuery ? {} : { body: JSON.stringify(input) };
  try {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    await (await fetch(address, { method: isQuery ? 'GET' : 'POST', headers, signal, ...body })).arrayBuffer();
    return false;
  } catch (error) {
    if (!signal.aborted) throw error;
    return true;
  }
}

async function sessionsWhere(condition: string): Promise<number> {
  const { rows } = await superuser.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity where datname = current_database() and application_name = 'ringfence-server' and ${condition}`,
  );
  return rows[0]?.count ?? 0;
}

/** Fifty at once: with a table locked, so that they hang in their statements or at the entry; or in passing, at any moment of their lives. */
async function abortMany(turn: number): Promise<number> {
  const isLocked = turn % 2 === 0;
  if (isLocked) {
    await superuser.query('begin');
    // One at a time: whoever still works from the turn before can't be waited for in a circle.
    await superuser.query(`lock table public.${turn % 4 === 0 ? 'calls' : 'organizations'} in access exclusive mode`);
  }
  const stops = Array.from({ length: AT_ONCE }, () => new AbortController());
  const sent = stops.map((stop, index) => {
    const wish = WISHES[index % WISHES.length] ?? WISHES[0];
    return sendUntil(wish, world.a, stop.signal);
  });
  if (isLocked) await vi.waitFor(async () => expect(await sessionsWhere(`wait_event_type = 'Lock'`)).toBeGreaterThan(0), 30_000);
  for (const stop of stops) {
    if (!isLocked) await pause(Math.random() * 2);
    stop.abort();
  }
  const aborted = (await Promise.all(sent)).filter(Boolean).length;
  if (isLocked) await superuser.query('rollback');
  return aborted;
}

test(
  'ATK-042 five hundred requests that hang up leave no transaction, and no connection with anything of a tenant',
  { timeout: 180_000 },
  async () => {
    for (const { kind, path, input } of WISHES) {
      expect(await callProcedure(world.platform.url, kind, path, world.a.token, input), path).toMatchObject({ status: 200 });
    }
    let aborted = 0;
    for (let turn = 0; aborted < ABORTS; turn += 1) aborted += await abortMany(turn);
    await vi.waitFor(async () => expect(await sessionsWhere(`state <> 'idle'`)).toBe(0), 10_000);

    const own = await Promise.all(
      Array.from({ length: 200 }, (_, index) => {
        const member = index % 2 === 0 ? world.a : world.b;
        return callProcedure(world.platform.url, 'query', 'organization.current', member.token, undefined);
      }),
    );
    expect(
      own.filter(({ status, body }, index) => status !== 200 || !body.includes((index % 2 === 0 ? world.a : world.b).seeded.orgId)),
    ).toEqual([]);

    const lookUps = Array.from({ length: 100 }, () =>
      fetch(`${world.platform.url}/webhooks/twilio/${world.b.seeded.connectionId}/status`, { method: 'POST' }),
    );
    for (const response of await Promise.all(lookUps)) await response.body?.cancel();
    const { rows } = await superuser.query(`select distinct coalesce(context, '') as context, read_only from public.left_behind`);
    expect(rows, 'what was left on the connections').toEqual([{ context: '', read_only: 'off' }]);
    expect(await sessionsWhere(`state like 'idle in transaction%'`)).toBe(0);
  },
);
