import { providerEvents, webhookRefusals } from '@ringfence/db/schema';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runServer, type RunningServer, type TestMember } from '../../running-server.fixture.ts';
import { type ListedCalls, postTwilio, query, RINGING } from '../../webhook-calls.fixture.ts';

let running: RunningServer;
let acme: TestMember;
let rival: TestMember;
let twilio: { id: string; secret: string };
let vapi: { id: string; secret: string };

beforeAll(async () => {
  running = await runServer(() => ({ trustedProxies: ['127.0.0.0/8'] }));
  [acme, rival] = [await running.createOrganization(), await running.createOrganization('Rival Ltd')];
  twilio = await running.createConnection(acme, { provider: 'twilio', name: 'Main line' });
  vapi = await running.createConnection(acme, { provider: 'vapi', name: 'Assistant' });
});
afterAll(() => running.close());

/** Messages that either organisation keeps. */
async function countMessages(): Promise<number> {
  const counts = [acme, rival].map(({ orgId, userId }) =>
    running.tenancies.app.inTenant({ orgId, actor: { kind: 'user', id: userId } }, (db) => db.$count(providerEvents)),
  );
  return (await Promise.all(counts)).reduce((sum, count) => sum + count);
}

test('ATK-102: a signed callback becomes a call of its own organisation alone; the same with a wrong signature changes nothing', async () => {
  const path = `/webhooks/twilio/${twilio.id}/status`;
  const before = await countMessages();
  const forged = await postTwilio(running, { path, secret: 'another-secret', form: RINGING });
  expect([forged.status, await forged.json()]).toEqual([403, { code: 'wrong-signature', message: expect.any(String) }]);
  const unsigned = await fetch(running.url + path, { method: 'POST', body: new URLSearchParams(RINGING) });
  expect([unsigned.status, await unsigned.json()]).toEqual([403, { code: 'unsigned', message: expect.any(String) }]);
  expect(await countMessages()).toBe(before);

  const genuine = await postTwilio(running, { path, secret: twilio.secret, form: { ...RINGING, org_id: rival.orgId, orgId: rival.orgId } });
  expect([genuine.status, await genuine.text()]).toEqual([204, '']);
  expect((await query<ListedCalls>(running, 'calls.list', acme, {})).items).toMatchObject([
    { status: 'ringing', fromNumber: RINGING.From },
  ]);
  expect((await query<ListedCalls>(running, 'calls.list', rival, {})).items).toEqual([]);
});

test('ATK-102: a signature for another connection, path or body is wrong here', async () => {
  const other = await running.createConnection(acme, { provider: 'twilio', name: 'Second', secret: twilio.secret });
  const path = `/webhooks/twilio/${twilio.id}/status`;
  const before = await countMessages();
  const elsewhere = `https://ringfence.test/webhooks/twilio/${other.id}/status`;
  expect((await postTwilio(running, { path, secret: twilio.secret, form: RINGING, signedUrl: elsewhere })).status).toBe(403);
  expect(
    (
      await postTwilio(running, {
        path: `/webhooks/twilio/${twilio.id}/recording`,
        secret: twilio.secret,
        form: RINGING,
        signedUrl: `https://ringfence.test${path}`,
      })
    ).status,
  ).toBe(403);
  expect(await countMessages()).toBe(before);
});

test('the address that a trusted proxy forwarded counts, with and without its default port', async () => {
  const path = `/webhooks/twilio/${twilio.id}/status`;
  const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'calls.example.com' };
  for (const signedUrl of [`https://calls.example.com${path}`, `https://calls.example.com:443${path}`]) {
    expect((await postTwilio(running, { path, secret: twilio.secret, form: RINGING, signedUrl, headers: forwarded })).status).toBe(204);
  }
});

test('an unknown connection, one of another provider and no id at all are answered like one with another secret', async () => {
  const answerOf = async (path: string) => {
    const response = await postTwilio(running, { path, secret: 'another-secret', form: RINGING });
    return [response.status, await response.text()];
  };
  const known = [await answerOf(`/webhooks/twilio/${twilio.id}/status`), await answerOf(`/webhooks/vapi/${vapi.id}`)];
  expect(known.map(([status]) => status)).toEqual([403, 403]);
  for (const id of [randomUUID(), 'x'])
    expect([await answerOf(`/webhooks/twilio/${id}/status`), await answerOf(`/webhooks/vapi/${id}`)]).toEqual(known);
  expect([await answerOf(`/webhooks/twilio/${vapi.id}/status`), await answerOf(`/webhooks/vapi/${twilio.id}`)]).toEqual(known);
});

test('a body over 1 MiB and one that is no JSON are refused; what a provider invents is parked and acknowledged', async () => {
  const before = await countMessages();
  const headers = { 'content-type': 'application/json', 'x-vapi-secret': vapi.secret };
  const post = (body: string) => fetch(`${running.url}/webhooks/vapi/${vapi.id}`, { method: 'POST', headers, body });
  expect((await post('x'.repeat(1024 * 1024 + 1))).status).toBe(413);
  expect((await post('{"message":')).status).toBe(400);
  expect(await countMessages()).toBe(before);
  const invented = await post('{"message":{"type":"never-heard-of","call":{"id":"x"}}}');
  expect([invented.status, await invented.json()]).toEqual([200, {}]);
  const asked = await post('{"message":{"type":"tool-calls","toolCallList":[{"id":"t1","function":{"name":"book"}}]}}');
  expect(await asked.json()).toEqual({ results: [{ toolCallId: 't1', name: 'book', error: expect.any(String) }] });
  expect(await countMessages()).toBe(before + 2);
});

test('refusals are counted by connection, day and reason, and written once', { timeout: 30_000 }, async () => {
  const flooded = await running.createConnection(acme, { provider: 'twilio', name: 'Flooded' });
  const path = `/webhooks/twilio/${flooded.id}/status`;
  await Promise.all(Array.from({ length: 20 }, () => postTwilio(running, { path, secret: 'wrong', form: RINGING })));
  const asOwner = { orgId: acme.orgId, actor: { kind: 'user', id: acme.userId } } as const;
  const counts = () =>
    running.tenancies.app.inTenant(asOwner, async (db) =>
      (await db.select().from(webhookRefusals)).filter((row) => row.connectionId === flooded.id),
    );
  await expect
    .poll(counts, { timeout: 20_000 })
    .toMatchObject([{ reason: 'wrong-signature', count: 20, day: new Date().toISOString().slice(0, 10) }]);
});

test('ATK-106: no number, secret or address of a webhook is in the log', () => {
  const log = running.log.join('');
  expect(log).toContain('wrong-signature');
  for (const canary of [RINGING.From.slice(1), RINGING.CallSid, twilio.secret, vapi.secret]) expect(log).not.toContain(canary);
});
