import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attackedPlatform, type AttackedPlatform } from './api/attacked-platform.ts';
import { PROCEDURE_CASES } from './api/procedure-cases.ts';
import { PROCEDURES } from './api/procedures.ts';
import { sampleOf } from './api/sample-of.ts';
import type { Names } from './api/names.ts';

/** PUBLIC_URL is https://ringfence.test. */
const ORIGINS = [
  'https://evil.example',
  'null',
  'http://ringfence.test',
  'https://ringfence.test.evil.example',
  'https://evilringfence.test',
  'https://ringfence.test:8443',
  'https://api.ringfence.test',
  'https://ringfence.test@evil.example',
  'https://ringfence.testing',
  'https://RINGFENCE.test.',
  'file://',
  'chrome-extension://abcdefghijklmnop',
];
/** What a page of another site can send without being asked first. */
const SIMPLE_TYPES = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain;application/json',
  '',
];
const MUTATIONS = PROCEDURES.filter(({ kind }) => kind === 'mutation');

let world: AttackedPlatform;
let names: Names;
beforeAll(async () => {
  world = await attackedPlatform();
  names = await world.namesOf(world.a);
}, 120_000);
afterAll(() => world.close());

describe.each(MUTATIONS)('$path', ({ path, input }) => {
  const body = () => JSON.stringify(PROCEDURE_CASES[path]?.(names) ?? sampleOf(input ?? {}));

  test('ATK-068 is never a GET, nor anything but JSON, and a cookie alone does nothing', async () => {
    const address = `${world.platform.url}/trpc/${path}`;
    const before = await world.digestOf(world.a);
    const authorization = `Bearer ${world.a.token}`;
    const { cookie } = world.a;
    const asked = encodeURIComponent(body());
    const gotten = await fetch(`${address}?input=${asked}`, { headers: { authorization, cookie } });
    expect([gotten.status, await gotten.text()]).toEqual([405, expect.any(String)]);
    const batched = await fetch(`${address}?batch=1&input=${encodeURIComponent(`{"0":${body()}}`)}`, {
      headers: { authorization, cookie },
    });
    expect(batched.status).toBe(405);
    for (const type of SIMPLE_TYPES) {
      const posted = await fetch(address, {
        method: 'POST',
        body: Buffer.from(body()),
        headers: { authorization, cookie, 'content-type': type },
      });
      expect(posted.status, type).toBe(415);
    }
    for (const headers of [{ cookie }, { cookie, origin: world.platform.publicUrl }, { cookie, 'sec-fetch-site': 'cross-site' }]) {
      const posted = await fetch(address, { method: 'POST', body: body(), headers: { ...headers, 'content-type': 'application/json' } });
      expect(posted.status).toBe(401);
    }
    for (const method of ['PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']) {
      const other = await fetch(address, { method, headers: { authorization, cookie } });
      expect([404, 405], method).toContain(other.status);
    }
    expect(await world.digestOf(world.a)).toEqual(before);
  });
});

test('ATK-069 no route lets another origin read it, whatever the origin calls itself', { timeout: 120_000 }, async () => {
  for (const { method, url } of world.platform.server.routes) {
    const address = world.platform.url + url.replace('/:path', '/session.me').replaceAll(/:\w+/g, names.recordingId).replace('*', '');
    for (const origin of ORIGINS) {
      const headers = { origin, cookie: world.a.cookie, authorization: `Bearer ${world.a.token}` };
      const response = await fetch(address, { method, headers, redirect: 'manual' });
      const asked = { origin, 'access-control-request-method': method, 'access-control-request-headers': 'authorization,content-type' };
      const preflight = await fetch(address, { method: 'OPTIONS', headers: asked });
      for (const answer of [response, preflight]) {
        expect(
          [...answer.headers.keys()].filter((name) => name.startsWith('access-control-')),
          `${method} ${url} ${origin}`,
        ).toEqual([]);
        await answer.body?.cancel();
      }
      expect(preflight.ok, `${method} ${url} ${origin}`).toBe(false);
    }
  }
});

test(
  'ATK-068 ATK-069 the routes with the cookie take it from their own origin alone, and as JSON alone',
  { timeout: 120_000 },
  async () => {
    const { url } = world.platform;
    const { cookie, account } = world.a;
    const session = async () =>
      (await (await fetch(`${url}/auth/get-session`, { headers: { cookie } })).json()) as { user?: object } | null;
    const posts = world.platform.server.routes.filter((route) => route.method === 'POST' && route.url.startsWith('/auth/'));
    expect(posts.length).toBeGreaterThan(2);
    const body = {
      email: account.email,
      password: account.password,
      currentPassword: account.password,
      newPassword: 'stolen by the attacker',
    };
    for (const { url: path } of posts) {
      for (const origin of ORIGINS) {
        const headers = { cookie, origin, 'content-type': 'application/json' };
        const answer = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
        expect(answer.status, `${path} from ${origin}`).toBe(403);
        expect(answer.headers.getSetCookie(), `${path} from ${origin}`).toEqual([]);
      }
      for (const type of SIMPLE_TYPES) {
        const headers = { cookie, origin: world.platform.publicUrl, 'content-type': type };
        const answer = await fetch(url + path, { method: 'POST', headers, body: Buffer.from(JSON.stringify(body)) });
        expect(answer.status, `${path} as ${type}`).toBe(415);
      }
    }
    expect((await session())?.user, 'the session is what it was').toBeDefined();
  },
);

test('ATK-068 the cookie of a session goes to no other site, and to no script', async () => {
  const { url, publicUrl } = world.platform;
  const { email, password } = world.a.account;
  const headers = { origin: publicUrl, 'content-type': 'application/json' };
  const answer = await fetch(`${url}/auth/sign-in/email`, { method: 'POST', headers, body: JSON.stringify({ email, password }) });
  const cookies = answer.headers.getSetCookie();
  expect(cookies.length).toBeGreaterThan(0);
  for (const line of cookies)
    expect(line).toMatch(/^(?=.*; ?HttpOnly)(?=.*; ?SameSite=Strict)(?=.*; ?Secure)(?=.*; ?Path=\/)(?!.*; ?Domain=)/i);
});
