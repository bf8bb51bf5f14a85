import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BreakableWay, layBreakableWay } from './breakable-way.fixture.ts';
import { runServer, type RunningServer, type TestMember } from './running-server.fixture.ts';
import { type ListedCalls, postTwilio, query, RINGING } from './webhook-calls.fixture.ts';

const ways: BreakableWay[] = [];
let running: RunningServer;
let acme: TestMember;
let twilio: { id: string; secret: string };

beforeAll(async () => {
  running = await runServer(async ({ urls }) => {
    ways.push(await layBreakableWay(urls.app), await layBreakableWay(urls.identity));
    const [app = '', identity = ''] = ways.map((way) => way.url);
    return { appDatabaseUrl: app, directDatabaseUrl: app, identityDatabaseUrl: identity };
  });
  acme = await running.createOrganization();
  twilio = await running.createConnection(acme, { provider: 'twilio', name: 'Main line' });
});
afterAll(async () => {
  await running.close();
  await Promise.all(ways.map((way) => way.close()));
});

test(
  'while the database is away everything says so, nothing is lost that was acknowledged, and it goes on by itself',
  { timeout: 60_000 },
  async () => {
    const call = (number: number) => ({ ...RINGING, CallSid: `CA${String(number).padStart(32, '0')}` });
    const ring = (number: number) =>
      postTwilio(running, { path: `/webhooks/twilio/${twilio.id}/status`, secret: twilio.secret, form: call(number) });
    const list = () => fetch(`${running.url}/trpc/calls.list`, { headers: { authorization: `Bearer ${acme.token}` } });
    expect([(await ring(1)).status, (await list()).status]).toEqual([204, 200]);

    for (const way of ways) way.cut();
    const refused = await ring(2);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
    const unavailable = await list();
    expect([unavailable.status, await unavailable.json()]).toMatchObject([503, { error: { data: { code: 'SERVICE_UNAVAILABLE' } } }]);
    expect(await (await fetch(`${running.url}/readyz`)).json()).toMatchObject({ failing: ['database'] });
    expect((await fetch(`${running.url}/healthz`)).status).toBe(200);

    for (const way of ways) way.mend();
    await expect.poll(async () => (await ring(2)).status, { timeout: 30_000 }).toBe(204);
    await expect.poll(async () => (await list()).status, { timeout: 30_000 }).toBe(200);
    expect((await query<ListedCalls>(running, 'calls.list', acme, {})).items).toHaveLength(2);
  },
);
