import { removeMember } from '@ringfence/platform/members';
import { postTwilio, statusCallback } from '@ringfence/testing/telephony';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attackedPlatform, type AttackedPlatform } from './api/attacked-platform.ts';
import type { Member } from './api/member.ts';

let world: AttackedPlatform;
beforeAll(async () => {
  world = await attackedPlatform();
});
afterAll(() => world.close());

interface Stream {
  /** Everything it told so far. */
  readonly text: () => string;
  /** When it ended by itself, milliseconds on the clock of `performance.now()`. */
  readonly ended: Promise<number>;
  close(): void;
}

/** Opens `calls.updates`; resolves once it is open. */
async function open(token: string, lastEventId?: string): Promise<Stream> {
  const stop = new AbortController();
  const input = encodeURIComponent(JSON.stringify(lastEventId === undefined ? {} : { lastEventId }));
  const response = await fetch(`${world.platform.url}/trpc/calls.updates?input=${input}`, {
    headers: { authorization: `Bearer ${token}` },
    signal: stop.signal,
  });
  let text = '';
  const { promise: isOpen, resolve: opened } = Promise.withResolvers<void>();
  async function read(): Promise<number> {
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk).toString();
      opened();
    }
    opened();
    return performance.now();
  }
  const ended = read().catch((error: unknown) => {
    if (!stop.signal.aborted) throw error;
    return Infinity;
  });
  await isOpen;
  return { text: () => text, ended, close: () => stop.abort() };
}

/** A call of one organisation, which its stream and no other should tell. */
async function call({ seeded }: Member, phone: string): Promise<void> {
  const { url, publicUrl } = world.platform;
  const response = await postTwilio({
    url,
    publicUrl,
    path: `/webhooks/twilio/${seeded.connectionId}/status`,
    secret: seeded.secret,
    form: statusCallback({ phone }),
  });
  expect(response.status).toBe(204);
}

test("ATK-065 a stream tells its own organisation's calls and never another's", async () => {
  const [ofA, ofB] = [await open(world.a.token), await open(world.b.token)];
  for (let round = 0; round < 10; round += 1) {
    await call(world.a, `+49151000010${round}0`);
    await call(world.b, `+49151000020${round}0`);
  }
  await expect.poll(() => ofA.text().match(/\+49151000010\d0/g)?.length ?? 0, { timeout: 20_000 }).toBeGreaterThanOrEqual(10);
  await expect.poll(() => ofB.text().match(/\+49151000020\d0/g)?.length ?? 0, { timeout: 20_000 }).toBeGreaterThanOrEqual(10);
  ofA.close();
  ofB.close();
  expect(ofA.text()).not.toMatch(/\+49151000020/);
  expect(ofB.text()).not.toMatch(/\+49151000010/);
  expect(ofA.text()).not.toContain(world.b.seeded.orgId);
  expect(ofB.text()).not.toContain(world.a.seeded.orgId);
});

test("ATK-065 another organisation's last event id is refused like one that is none", async () => {
  const own = await open(world.a.token);
  await call(world.a, '+4915100003000');
  await expect.poll(() => /^id: (.+)$/m.exec(own.text())?.[1], { timeout: 20_000 }).toBeDefined();
  own.close();
  const id = /^id: (.+)$/m.exec(own.text())?.[1] ?? '';
  const resumed = await open(world.a.token, id);
  await expect.poll(resumed.text, { timeout: 20_000 }).toContain('+4915100003000');
  resumed.close();
  const [foreign, none] = [await open(world.b.token, id), await open(world.b.token, 'no id at all')];
  await Promise.all([foreign.ended, none.ended]);
  expect(foreign.text()).toContain('BAD_REQUEST');
  expect(foreign.text()).toBe(none.text());
});

test('ATK-064 a stream ends within five seconds after its member was removed, and tells nothing more', { timeout: 60_000 }, async () => {
  const { seeded } = world.b;
  const { platform } = world;
  const token = await platform.identity.signToken({ userId: seeded.agent.actor.id, orgId: seeded.orgId, ttlSeconds: 600 });
  const stream = await open(token);
  await call(world.b, '+4915100004001');
  await expect.poll(stream.text, { timeout: 20_000 }).toContain('+4915100004001');
  await platform.tenancies.app.inTenant(seeded.owner, (db) => removeMember(db, { userId: seeded.agent.actor.id }));
  const removedAt = performance.now();
  await call(world.b, '+4915100004002');
  const endedAt = await stream.ended;
  expect(endedAt - removedAt).toBeLessThan(5_000);
  expect(stream.text()).not.toContain('+4915100004002');
  const again = await fetch(`${platform.url}/trpc/calls.updates?input=%7B%7D`, { headers: { authorization: `Bearer ${token}` } });
  expect(again.status).toBe(403);
});

test('ATK-064 an idle stream of a removed member ends within five seconds too', { timeout: 60_000 }, async () => {
  const { seeded } = world.a;
  const { platform } = world;
  const token = await platform.identity.signToken({ userId: seeded.agent.actor.id, orgId: seeded.orgId, ttlSeconds: 600 });
  const stream = await open(token);
  await platform.tenancies.app.inTenant(seeded.owner, (db) => removeMember(db, { userId: seeded.agent.actor.id }));
  const removedAt = performance.now();
  expect((await stream.ended) - removedAt).toBeLessThan(5_500);
});
