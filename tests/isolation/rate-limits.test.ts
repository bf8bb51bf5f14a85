import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { postTwilio, statusCallback } from '@ringfence/testing/telephony';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, answerTo } from './api/answer.ts';
import { attackedPlatform, type AttackedPlatform } from './api/attacked-platform.ts';
import { callProcedure } from './api/call-procedure.ts';
import type { Member } from './api/member.ts';
import { postAuth } from './api/sign-in.ts';

const CALL_EVERY_MS = 500;

let world: AttackedPlatform;
beforeAll(async () => {
  world = await attackedPlatform();
}, 120_000);
afterAll(async () => {
  ringing.isOn = false;
  await ringing.isOver;
  await world.close();
});

/** Something that is limited: how a member asks for it, and how often before it is refused. */
interface Limited {
  readonly most: number;
  readonly ask: (member: Member, signal: AbortSignal) => Promise<Answer>;
}

const mutate = (path: string, { token }: Member, input: unknown) => callProcedure(world.platform.url, 'mutation', path, token, input);

/** Whether calls are coming in, and until when they are. */
const ringing = { isOn: false, isOver: Promise.resolve() };

/** A call of each organisation: what an open stream tells. */
async function callBoth(): Promise<void> {
  const { url, publicUrl } = world.platform;
  for (const { connectionId, secret } of [world.a.seeded, world.b.seeded]) {
    const path = `/webhooks/twilio/${connectionId}/status`;
    await postTwilio({ url, publicUrl, path, secret, form: statusCallback({ phone: '+4915112345678' }) });
  }
}

async function keepCalling(): Promise<void> {
  ringing.isOn = true;
  while (ringing.isOn) {
    await callBoth();
    await pause(CALL_EVERY_MS);
  }
}

/** Opens a stream and leaves it open. A refusal comes behind its head, so that its first call or its error is its answer. */
async function openStream({ token }: Member, signal: AbortSignal): Promise<Answer> {
  if (!ringing.isOn) ringing.isOver = keepCalling();
  const address = `${world.platform.url}/trpc/calls.updates?input=%7B%7D`;
  const response = await fetch(address, { headers: { authorization: `Bearer ${token}` }, signal });
  const reader = response.body?.getReader();
  let body = '';
  while (!/^id: |serialized-error/m.test(body)) {
    const chunk = await reader?.read();
    if (!chunk || chunk.done) break;
    body += Buffer.from(chunk.value).toString();
  }
  return { status: response.status, headers: Object.fromEntries(response.headers), body: body.includes('serialized-error') ? body : '' };
}

const LIMITS: Readonly<Record<string, Limited>> = {
  'invitations of one organisation a day': {
    most: 200,
    ask: (member) => mutate('members.invite', member, { email: `${randomUUID()}@example.com`, role: 'viewer' }),
  },
  'organisations that one person founds a day': {
    most: 10,
    ask: (member) => mutate('organization.create', member, { name: 'Another Ltd', timeZone: 'UTC' }),
  },
  'passwords tried for one account': {
    most: 10,
    ask: ({ account }) =>
      answerTo(...postAuth(world.platform, '/auth/sign-in/email', { email: account.email, password: 'wrong password' })),
  },
  'streams of one organisation': { most: 200, ask: openStream },
};

const isRefused = ({ status, body }: Answer) => status === 429 || body.includes('TOO_MANY_REQUESTS');

/** Asks as often as may be, all at once, and then until it is refused. */
async function exhaust({ ask, most }: Limited, member: Member, signal: AbortSignal): Promise<Answer> {
  await Promise.all(Array.from({ length: most }, () => ask(member, signal)));
  for (let more = 0; more < 5; more += 1) {
    const answer = await ask(member, signal);
    if (isRefused(answer)) return answer;
  }
  throw new Error(`was not refused after ${most} times`);
}

/** What is the same each time: not the ids and links of what was made. */
function shapeOf({ status, headers, body }: Answer) {
  const names = Object.keys(headers).filter((name) => !['content-length', 'date', 'connection', 'keep-alive', 'set-cookie'].includes(name));
  return { status, names: names.toSorted(), body: body.replaceAll(/[0-9a-f-]{36}|token=[\w-]+|"\d{4}-[^"]+Z"/g, '…') };
}

describe.each(Object.entries(LIMITS))('ATK-034 %s', (_, limited) => {
  const stop = new AbortController();
  afterAll(() => stop.abort());

  test("another's use changes nothing of one's own answers, which tell no count", { timeout: 120_000 }, async () => {
    const before = await limited.ask(world.a, stop.signal);
    expect(isRefused(before), before.body).toBe(false);
    const refused = await exhaust(limited, world.b, stop.signal);
    expect(isRefused(await limited.ask(world.b, stop.signal)), refused.body).toBe(true);
    const after = await limited.ask(world.a, stop.signal);
    expect(shapeOf(after)).toEqual(shapeOf(before));
    expect(Object.keys(after.headers).filter((name) => /rate|limit|quota|remaining|retry/i.test(name))).toEqual([]);
    expect(refused.body).not.toContain(world.a.seeded.orgId);
  });
});
