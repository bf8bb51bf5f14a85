import { randomUUID } from 'node:crypto';
import { createSealing } from '@ringfence/identity/sealing';
import { createConnection, getCompleteness } from '@ringfence/platform/connections';
import { createOrganization } from '@ringfence/platform/organizations';
import { startTestPlatform, type TestPlatform } from '@ringfence/testing/platform';
import {
  deliverCallbacks,
  type Provider,
  type ProviderAccount,
  type ProviderCall,
  seededRandom,
  soundDigest,
  startProvider,
} from '@ringfence/testing/provider';
import type { Caller } from '@ringfence/tenancy';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

const SEED = 118;
let provider: Provider;
let platform: TestPlatform;
let superuser: Client;

beforeAll(async () => {
  provider = await startProvider({ seed: SEED, largestPage: 7 });
  platform = await startTestPlatform({ worker: true, recordingHosts: [provider.host], providerUrl: provider.url });
  superuser = new Client({ connectionString: platform.database.urls.superuser });
  await superuser.connect();
});
afterAll(async () => {
  await superuser.end();
  await platform.close();
  await provider.close();
});

interface Connected {
  readonly owner: Caller;
  readonly connectionId: string;
  readonly account: ProviderAccount;
}

async function connect(account: ProviderAccount): Promise<Connected> {
  const { app } = platform.tenancies;
  const ownerId = randomUUID();
  const { orgId } = await createOrganization(app, { name: 'Acme', timeZone: 'America/New_York' }, ownerId);
  const owner: Caller = { orgId, actor: { kind: 'user', id: ownerId } };
  const credentials =
    account.kind === 'twilio'
      ? { provider: 'twilio' as const, secret: account.authToken }
      : { provider: 'vapi' as const, secret: account.serverSecret, fetchKey: account.apiKey };
  const { id } = await app.inTenant(owner, (db) =>
    createConnection(db, { name: 'Line', ...credentials }, createSealing(platform.database.secretKey)),
  );
  await superuser.query(`update public.connections set created_at = now() - interval '1 day' where id = $1`, [id]);
  return { owner, connectionId: id, account };
}

const SECOND_MS = 1_000;

/** Ten minutes' worth of calls, of a few seconds each, of which some are missed and some are recorded. */
function placeCalls({ account }: Connected): ProviderCall[] {
  const random = seededRandom(SEED);
  const begin = Math.floor(Date.now() / SECOND_MS) * SECOND_MS - 700 * SECOND_MS;
  return Array.from({ length: 24 }, (_, index) =>
    provider.placeCall(account, {
      startedAt: new Date(begin + index * 25 * SECOND_MS),
      direction: random.chance(0.5) ? 'inbound' : 'outbound',
      phone: `+4915112${String(index).padStart(6, '0')}`,
      talkSeconds: random.chance(0.3) ? 0 : random.whole(1, 3),
      isRecorded: random.chance(0.8),
    }),
  );
}

async function askForLook({ owner, connectionId }: Connected): Promise<void> {
  await superuser.query('update public.connection_looks set next_look_at = now() where connection_id = $1', [connectionId]);
  await platform.tenancies.worker.inTenant({ orgId: owner.orgId, actor: { kind: 'job', id: 'test' } }, async (db) => {
    await db.execute(`select public.enqueue_job('queue-looks', '{"payloadVersion":1}'::jsonb, 1, 'due')`);
  });
}

interface Standing {
  readonly reference: string;
  readonly legs: number;
  readonly status: string;
  readonly sounds: readonly (string | null)[];
}

/** Every leg of an organisation, as often as it is there, with its stored sound. */
async function standingOf({ owner }: Connected): Promise<Standing[]> {
  const { rows } = await superuser.query<Standing>(
    `select l.reference, count(distinct l.id)::integer as legs, min(c.status) as status,
       coalesce(array_agg(r.sha256) filter (where r.id is not null), '{}') as sounds
     from public.call_logs l join public.calls c on c.org_id = l.org_id and c.id = l.call_id
     left join public.recordings r on r.org_id = l.org_id and r.call_log_id = l.id
     where l.org_id = $1 group by l.reference order by l.reference`,
    [owner.orgId],
  );
  return rows;
}

function expectedOf(calls: readonly ProviderCall[]): Standing[] {
  const standing = calls.map(({ reference, answeredAt, recording }) => ({
    reference,
    legs: 1,
    status: answeredAt === null ? 'missed' : 'completed',
    sounds: recording === null ? [] : [soundDigest(recording)],
  }));
  return standing.toSorted((a, b) => (a.reference < b.reference ? -1 : 1));
}

test(
  'ATK-118 what callbacks never told, since they were dropped or nobody listened, is there after the next look: the difference is 0, and nothing is twice',
  { timeout: 90_000 },
  async () => {
    const [acme, rival] = [await connect(provider.openTwilioAccount()), await connect(provider.openVapiAccount())];
    const nobody = 'http://127.0.0.1:9';
    const tallies = { dropped: 0, doubled: 0, lost: 0 };
    const random = seededRandom(SEED);
    const placed = new Map([acme, rival].map((one) => [one, placeCalls(one)]));
    for (const [one, calls] of placed) {
      for (const [index, call] of calls.entries()) {
        const isDown = index >= 6 && index < 18;
        const target = { url: isDown ? nobody : platform.url, publicUrl: platform.publicUrl, connectionId: one.connectionId };
        const delivered = await deliverCallbacks(call, target, { random, dropped: 0.1, doubled: 0.1 });
        for (const name of ['dropped', 'doubled', 'lost'] as const) tallies[name] += delivered[name];
      }
    }
    expect(
      Object.values(tallies).every((count) => count > 0),
      JSON.stringify(tallies),
    ).toBe(true);

    for (const one of placed.keys()) await askForLook(one);
    for (const [one, calls] of placed) {
      await vi.waitFor(async () => expect(await standingOf(one)).toEqual(expectedOf(calls)), { timeout: 60_000, interval: 250 });
      const completeness = await platform.tenancies.app.inTenant(one.owner, (db) => getCompleteness(db, one));
      expect(completeness.days.reduce((total, day) => total + day.provider, 0)).toBe(calls.length);
      expect(completeness.days.map(({ difference, recordings }) => [difference, recordings.difference])).toEqual(
        completeness.days.map(() => [0, 0]),
      );
    }

    const before = [await standingOf(acme), await standingOf(rival)];
    for (const [one, calls] of placed) {
      const late = { url: platform.url, publicUrl: platform.publicUrl, connectionId: one.connectionId };
      for (const call of calls.slice(6, 12)) await deliverCallbacks(call, late, { random });
    }
    expect([await standingOf(acme), await standingOf(rival)]).toEqual(before);
    const { rows } = await superuser.query<{ calls: number }>('select count(*)::integer as calls from public.calls group by org_id');
    expect(rows.map(({ calls }) => calls)).toEqual([24, 24]);
  },
);
