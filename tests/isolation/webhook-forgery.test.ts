import { connections } from '@ringfence/db/schema';
import { postTwilio, statusCallback, type TwilioPost } from '@ringfence/testing/telephony';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attackedPlatform, type AttackedPlatform } from './api/attacked-platform.ts';

let world: AttackedPlatform;
let path: string;

beforeAll(async () => {
  world = await attackedPlatform();
  path = `/webhooks/twilio/${world.a.seeded.connectionId}/status`;
});
afterAll(() => world.close());

function post(what: Partial<TwilioPost> & Pick<TwilioPost, 'form'>): Promise<Response> {
  const { url, publicUrl } = world.platform;
  return postTwilio({ url, publicUrl, path, secret: world.a.seeded.secret, ...what });
}

/** What was turned away is counted, and nothing else moves, in either organisation. */
async function unchanged(work: () => Promise<void>): Promise<void> {
  const digests = async () =>
    Promise.all([world.a, world.b].map(async (member) => ({ ...(await world.digestOf(member)), 'public.webhook_refusals': '' })));
  const before = await digests();
  await work();
  expect(await digests()).toEqual(before);
}

test('ATK-102 the same callback rightly signed is taken', async () => {
  const before = await world.digestOf(world.a);
  expect((await post({ form: statusCallback({ phone: '+4915112345678' }) })).status).toBe(204);
  expect(await world.digestOf(world.a)).not.toEqual(before);
});

test.each([
  ['no signature', () => ({ secret: null })],
  ['a wrong signature', () => ({ secret: 'guessed' })],
  ["another organisation's signature", () => ({ secret: world.b.seeded.secret })],
  ['a signature over another body', () => ({ signed: { form: statusCallback({ phone: '+4915112345678', status: 'busy' }) } })],
  ['a signature for the other callback', () => ({ signed: { path: path.replace(/status$/, 'recording') } })],
  [
    "a signature for another organisation's address",
    () => ({ signed: { path: `/webhooks/twilio/${world.b.seeded.connectionId}/status` } }),
  ],
  ['a signature over another query', () => ({ signed: { path: `${path}?a=1` } })],
])('ATK-102 %s is refused, and changes nothing', async (_, how) => {
  await unchanged(async () => {
    const response = await post({ form: statusCallback({ phone: '+4915112345678' }), ...how() });
    expect(response.status).toBe(403);
    expect(await response.json()).toEqual({ code: expect.stringMatching(/^(unsigned|wrong-signature)$/), message: expect.any(String) });
  });
});

test('ATK-102 what cannot be read is not read before its signature is proven', async () => {
  await unchanged(async () => {
    for (const body of ['%', '\0', '{"a":', 'a'.repeat(1024 * 1024)]) {
      for (const type of ['application/x-www-form-urlencoded', 'application/json', 'text/plain']) {
        const headers = { 'content-type': type, 'x-twilio-signature': 'x'.repeat(28) };
        const response = await fetch(world.platform.url + path, { method: 'POST', headers, body });
        expect(response.status, `${type} ${body.slice(0, 5)}`).toBe(403);
      }
    }
  });
});

test('ATK-102 the organisation comes from the connection: nothing in a message names another', async () => {
  const { orgId } = world.b.seeded;
  const before = await world.digestOf(world.b);
  const form = {
    ...statusCallback({ phone: '+4915100000102' }),
    org_id: orgId,
    orgId,
    OrgId: orgId,
    organizationId: orgId,
    connectionId: world.b.seeded.connectionId,
  };
  expect((await post({ form })).status).toBe(204);
  expect(await world.digestOf(world.b)).toEqual(before);
  const vapi = {
    message: {
      type: 'status-update',
      status: 'in-progress',
      orgId,
      org_id: orgId,
      call: { id: '0199-made-up', orgId, type: 'inboundPhoneCall' },
    },
  };
  const response = await fetch(`${world.platform.url}/webhooks/vapi/${world.a.vapiConnectionId}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-vapi-secret': world.a.seeded.secret },
    body: JSON.stringify(vapi),
  });
  expect(response.status).toBe(200);
  expect(await world.digestOf(world.b)).toEqual(before);
});

test('ATK-102 a disabled connection takes nothing, and says so to its provider alone', async () => {
  const { connectionId, owner, secret } = world.b.seeded;
  const target = `/webhooks/twilio/${connectionId}/status`;
  await world.platform.tenancies.app.inTenant(owner, (db) => db.update(connections).set({ enabled: false }));
  const refusals = await Promise.all(
    [secret, 'guessed'].map(async (wrong) =>
      (await post({ path: target, secret: wrong, form: statusCallback({ phone: '+4915112345678' }) })).json(),
    ),
  );
  expect(refusals).toMatchObject([{ code: 'disabled' }, { code: 'wrong-signature' }]);
  await world.platform.tenancies.app.inTenant(owner, (db) => db.update(connections).set({ enabled: true }));
});
