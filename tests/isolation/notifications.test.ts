import { randomUUID } from 'node:crypto';
import { postTwilio, recordingCallback, statusCallback, newSid } from '@ringfence/testing/telephony';
import { Client, type Notification } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attackedPlatform, type AttackedPlatform } from './api/attacked-platform.ts';
import { callProcedure } from './api/call-procedure.ts';

const OPAQUE_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

let world: AttackedPlatform;
let listener: Client;
const heard: Notification[] = [];
beforeAll(async () => {
  world = await attackedPlatform();
  listener = new Client({ connectionString: world.platform.database.urls.app });
  listener.on('notification', (notification) => heard.push(notification));
  await listener.connect();
}, 120_000);
afterAll(async () => {
  await listener.end();
  await world.close();
});

/** Whatever an organisation can cause to be said: all its webhooks, on every channel the sources name. */
async function causeAll(): Promise<void> {
  const { url, publicUrl } = world.platform;
  const { connectionId, secret } = world.a.seeded;
  const callSid = newSid('CA');
  for (const [kind, form] of [
    ['status', statusCallback({ callSid, phone: '+4915155559876' })],
    ['recording', recordingCallback({ callSid })],
  ] as const) {
    await postTwilio({ url, publicUrl, path: `/webhooks/twilio/${connectionId}/${kind}`, secret, form });
  }
}

/** The texts of an opaque payload: a JSON object of ids. */
function isOpaque(payload: string): boolean {
  const told: unknown = JSON.parse(payload);
  return typeof told === 'object' && told !== null && Object.values(told).every((value) => OPAQUE_ID.test(String(value)));
}

test('ATK-032 whoever listens hears opaque ids and nothing else', { timeout: 60_000 }, async () => {
  const { rows } = await listener.query<{ channel: string }>(
    `select distinct (regexp_matches(prosrc, $$pg_notify\\('([^']+)'$$, 'g'))[1] as channel from pg_proc`,
  );
  for (const channel of ['ringfence_calls', ...rows.map((row) => row.channel)]) await listener.query(`listen "${channel}"`);
  await causeAll();
  await expect.poll(() => heard.length, { timeout: 10_000 }).toBeGreaterThan(1);
  for (const { channel, payload } of heard.filter((notification) => notification.channel.startsWith('ringfence'))) {
    expect(isOpaque(payload ?? ''), `${channel}: ${payload}`).toBe(true);
    expect(payload).not.toContain('5559876');
  }
  expect(isOpaque(JSON.stringify({ org: randomUUID(), phone: '+4915155559876' })), 'what would not be opaque').toBe(false);
});

test("ATK-032 a forged notification makes no stream tell another organisation's call", { timeout: 60_000 }, async () => {
  const { callId, orgId } = world.a.seeded;
  const own = world.b.seeded;
  const streamOf = (token: string) => callProcedure(world.platform.url, 'subscription', 'calls.updates', token, {});
  const say = (org: string, call: string) => listener.query('select pg_notify($1, $2)', ['ringfence_calls', JSON.stringify({ org, call })]);
  const reading = streamOf(world.b.token);
  await until(async () => {
    await say(own.orgId, callId);
    await say(orgId, callId);
    await say(own.orgId, own.callId);
  }, reading);
  const { body } = await reading;
  expect(body, "one's own call, told again").toContain(own.callId);
  expect(body, 'read again as oneself').not.toContain(callId);
});

/** Says it again and again while the stream is read. */
async function until(act: () => Promise<unknown>, reading: Promise<unknown>): Promise<void> {
  let isRead = false;
  const read = reading.then(() => {
    isRead = true;
  });
  while (!isRead) await act();
  await read;
}
