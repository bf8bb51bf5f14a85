import { createLead } from '@ringfence/platform/leads';
import { serveSound, type SoundServer } from '@ringfence/testing/recordings';
import { newSid, postTwilio, postVapi, recordingCallback, statusCallback, type TwilioForm } from '@ringfence/testing/telephony';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attackedPlatform, type AttackedPlatform } from './api/attacked-platform.ts';
import { answerTo } from './api/answer.ts';
import { callProcedure } from './api/call-procedure.ts';
import { PROCEDURE_CASES } from './api/procedure-cases.ts';
import { PROCEDURES } from './api/procedures.ts';
import { postAuth } from './api/sign-in.ts';

/** One of each kind, that nothing else would write by chance. */
const CANARIES = {
  phone: '+4915155501234',
  name: 'Canaria Sperling',
  transcript: 'the canary sings at dawn',
  note: 'feathers everywhere',
  password: 'canary-password-1',
};
const DIGITS = CANARIES.phone.slice(3);

let world: AttackedPlatform;
let sound: SoundServer;
beforeAll(async () => {
  sound = await serveSound();
  world = await attackedPlatform({ worker: true, recordingHosts: [sound.host] });
});
afterAll(async () => {
  await world.close();
  await sound.close();
});

function post(form: TwilioForm, kind: 'status' | 'recording', secret = world.a.seeded.secret): Promise<Response> {
  const { url, publicUrl } = world.platform;
  return postTwilio({ url, publicUrl, path: `/webhooks/twilio/${world.a.seeded.connectionId}/${kind}`, secret, form });
}

async function throughWebhooks(): Promise<void> {
  const callSid = newSid('CA');
  const form = { ...statusCallback({ callSid, phone: CANARIES.phone }), CallerName: CANARIES.name };
  for (const secret of [world.a.seeded.secret, `guessed ${CANARIES.note}`]) await post(form, 'status', secret);
  for (const place of ['sound', 'gone'])
    await post(
      recordingCallback({ callSid, url: `http://${sound.host}/${place}/${DIGITS}?name=${encodeURIComponent(CANARIES.name)}` }),
      'recording',
    );
  await post({ ...form, CallStatus: CANARIES.transcript }, 'status');
  const call = { id: 'canary', type: 'inboundPhoneCall', customer: { number: CANARIES.phone, name: CANARIES.name } };
  const messages = [
    { role: 'user', message: CANARIES.transcript, time: 1_764_061_200_000, endTime: 1_764_061_201_000, secondsFromStart: 1 },
  ];
  const report = { type: 'end-of-call-report', call, endedReason: 'customer-ended-call', summary: CANARIES.note, artifact: { messages } };
  for (const message of [
    report,
    { type: CANARIES.name, call },
    { ...report, call: CANARIES.phone },
    { type: 'tool-calls', call, toolCallList: [{ id: CANARIES.note }] },
  ]) {
    await postVapi({ url: world.platform.url, connectionId: world.a.vapiConnectionId, secret: world.a.seeded.secret, message });
  }
}

/** Every procedure, with a canary wherever a text fits, rightly and wrongly. */
async function throughProcedures(): Promise<void> {
  const names = await world.namesOf(world.a);
  for (const { path, kind } of PROCEDURES) {
    for (const input of [
      PROCEDURE_CASES[path]?.(names),
      { search: CANARIES.name },
      { search: CANARIES.phone },
      { id: CANARIES.phone, cursor: CANARIES.name, [CANARIES.note]: 1 },
    ]) {
      await callProcedure(world.platform.url, kind, path, world.a.token, input);
    }
    await callProcedure(world.platform.url, kind, `${path},${CANARIES.note}`, `${world.a.token}${DIGITS}`, {});
  }
}

async function throughOtherDoors(): Promise<void> {
  const { platform, a } = world;
  await answerTo(...postAuth(platform, '/auth/sign-in/email', { email: `${DIGITS}@example.com`, password: CANARIES.password }));
  await answerTo(
    ...postAuth(
      platform,
      '/auth/change-password',
      { currentPassword: CANARIES.password, newPassword: CANARIES.password },
      { cookie: a.cookie },
    ),
  );
  for (const path of [
    `/recordings/${CANARIES.note}/audio?token=${a.token}`,
    `/${CANARIES.name}`,
    `/trpc/${DIGITS}?input=${DIGITS}`,
    `/webhooks/vapi/${DIGITS}`,
  ]) {
    await answerTo(platform.url + path, { headers: { 'user-agent': CANARIES.name, referer: `https://${DIGITS}.example.com/` } });
  }
}

/** What the database refuses becomes an error with the statement and its parameters in it. */
async function throughFailures(): Promise<void> {
  const superuser = new Client({ connectionString: world.platform.database.urls.superuser });
  await superuser.connect();
  await superuser.query('revoke select on public.leads from ringfence_app');
  const failed = await callProcedure(world.platform.url, 'query', 'calls.list', world.a.token, { search: CANARIES.name });
  expect(failed.status).toBe(500);
  expect(failed.body).not.toMatch(/Canaria|select|leads|permission/);
  await superuser.query('grant select on public.leads to ringfence_app');
  await superuser.end();
}

async function recordingsSettled(): Promise<string[]> {
  const { body } = await callProcedure(world.platform.url, 'query', 'calls.list', world.a.token, { search: CANARIES.phone });
  const { result } = JSON.parse(body) as { result: { data: { items: { id: string; recordingStatus: string | null }[] } } };
  return result.data.items.flatMap(({ recordingStatus }) => (recordingStatus === null ? [] : [recordingStatus]));
}

test(
  'ATK-106 no number, name, transcript, secret or token reaches a log, through any door, job or failure',
  { timeout: 120_000 },
  async () => {
    await world.platform.tenancies.app.inTenant(world.a.seeded.owner, (db) =>
      createLead(db, { name: CANARIES.name, phone: CANARIES.phone, note: CANARIES.note }),
    );
    await throughWebhooks();
    await throughProcedures();
    await throughOtherDoors();
    await throughFailures();
    await expect.poll(recordingsSettled, { timeout: 60_000 }).toContain('stored');
    await expect.poll(() => world.platform.log.join('').split('"job":"store-recording"').length, { timeout: 60_000 }).toBeGreaterThan(2);

    const log = world.platform.log.join('');
    for (const told of [
      '"route":"/webhooks/twilio/:connectionId/status"',
      '"wrong-signature"',
      '"procedure":"calls.get"',
      '"store-recording"',
      'a procedure failed',
      '/auth/sign-in/email',
    ]) {
      expect(log, 'what may be known').toContain(told);
    }
    const { a, b } = world;
    for (const [kind, canary] of Object.entries({
      ...CANARIES,
      digits: DIGITS,
      secret: a.seeded.secret,
      token: a.token.slice(-40),
      cookie: a.cookie.slice(-40),
      other: b.token.slice(-40),
      password: a.account.password,
      email: a.account.email,
    })) {
      expect(log.includes(canary), `${kind} in a log line: ${log.split('\n').find((line) => line.includes(canary))}`).toBe(false);
      expect(log.includes(encodeURIComponent(canary)), `${kind}, encoded`).toBe(false);
    }
    expect(log).not.toContain('Bearer ');
  },
);
