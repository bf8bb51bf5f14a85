import { removeMember } from '@ringfence/platform/members';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runServer, type RunningServer, type TestMember } from '../running-server.fixture.ts';
import { postTwilio, RINGING } from '../webhook-calls.fixture.ts';

let running: RunningServer;
let acme: TestMember;
let twilio: { id: string; secret: string };

beforeEach(async () => {
  running = await runServer();
  acme = await running.createOrganization();
  twilio = await running.createConnection(acme, { provider: 'twilio', name: 'Main line' });
});
afterEach(() => running.close());

interface Event {
  readonly event: string;
  readonly id: string | undefined;
  readonly data: string;
}

/** Reads server-sent events as they come, pings left out. */
async function* watch(token: string, lastEventId?: string): AsyncGenerator<Event> {
  const input = lastEventId === undefined ? {} : { lastEventId };
  const response = await fetch(`${running.url}/trpc/calls.updates?input=${encodeURIComponent(JSON.stringify(input))}`, {
    headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream' },
  });
  if (!response.ok || !response.body) throw new Error(`refused: ${response.status}`);
  let text = '';
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
      const fields = new Map(
        text
          .slice(0, end)
          .split('\n')
          .filter(Boolean)
          .map((line) => line.split(/: (.*)/s) as [string, string]),
      );
      text = text.slice(end).trimStart();
      const event = { event: fields.get('event') ?? 'message', id: fields.get('id'), data: fields.get('data') ?? '' };
      if (event.event !== 'ping' && fields.size > 0) yield event;
    }
  }
}

function ring(sequence: number): Promise<Response> {
  const form = { ...RINGING, CallSid: `CA${String(sequence).padStart(32, '0')}` };
  return postTwilio(running, { path: `/webhooks/twilio/${twilio.id}/status`, secret: twilio.secret, form });
}

test('a new call appears in an open stream of its organisation alone, and a stream that broke resumes without a gap', async () => {
  const rival = await running.createOrganization('Rival Ltd');
  const [own, foreign] = [watch(acme.token), watch(rival.token)];
  expect([(await own.next()).value?.event, (await foreign.next()).value?.event]).toEqual(['connected', 'connected']);
  await ring(1);
  const first = (await own.next()).value;
  expect(JSON.parse(first?.data ?? '')).toMatchObject({ status: 'ringing', fromNumber: RINGING.From });
  await own.return(undefined);
  await ring(2);
  const resumed = watch(acme.token, first?.id);
  await resumed.next();
  const ids = [JSON.parse((await resumed.next()).value?.data ?? '').id, JSON.parse((await resumed.next()).value?.data ?? '').id];
  expect(new Set(ids).size).toBe(2);
  await resumed.return(undefined);
  // The other organisation heard nothing of three messages: its next event is its own end.
  const silent = foreign.next();
  await running.server.close();
  expect((await silent).done).toBe(true);
});

test(
  'ATK-064: the stream of a removed member ends within five seconds, with an error and no event after it',
  { timeout: 15_000 },
  async () => {
    const agent = await running.addMember(acme.orgId, 'agent');
    const stream = watch(agent.token);
    await stream.next();
    await ring(1);
    const first = (await stream.next()).value;
    expect(first?.event).toBe('message');
    const asOwner = { orgId: acme.orgId, actor: { kind: 'user', id: acme.userId } } as const;
    await running.tenancies.app.inTenant(asOwner, (db) => removeMember(db, { userId: agent.userId }));
    const removedAt = performance.now();
    const last = (await stream.next()).value;
    expect([last?.event, JSON.parse(last?.data ?? '')]).toMatchObject(['serialized-error', { data: { code: 'FORBIDDEN' } }]);
    expect((await stream.next()).done).toBe(true);
    expect(performance.now() - removedAt).toBeLessThan(5_000);
    await expect(watch(agent.token, first?.id).next()).rejects.toThrow('refused: 403');
    await expect(watch('no-token').next()).rejects.toThrow('refused: 401');
  },
);

test("ATK-065: another organisation's event id is refused like one that never was", async () => {
  const rival = await running.createOrganization('Rival Ltd');
  const refusals = [`${acme.orgId}:1795570000000:${acme.orgId}`, 'nonsense'].map(async (eventId) => {
    const stream = watch(rival.token, eventId);
    await stream.next();
    return (await stream.next()).value?.data;
  });
  const [foreign, malformed] = await Promise.all(refusals);
  expect(foreign).toBe(malformed);
  expect(foreign).toContain('BAD_REQUEST');
});

test('a server that stops ends its streams at once, and without a word, so that clients come back', async () => {
  const stream = watch(acme.token);
  await stream.next();
  const next = stream.next();
  const stoppedAt = performance.now();
  await running.server.close();
  expect((await next).done).toBe(true);
  expect(performance.now() - stoppedAt).toBeLessThan(2_000);
});
