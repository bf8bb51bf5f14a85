import { expect, test } from 'vitest';
import type { IdentityProvider } from './identity-provider.ts';
import { Session, SessionMoved } from './session.ts';

const MINUTE_MS = 60_000;

function tokenOf(userId: string, orgId: string | null, expiresAtMs: number, serial: number): string {
  const claims = { sub: userId, exp: expiresAtMs / 1000, app_metadata: { org_id: orgId }, serial };
  return `e30.${btoa(JSON.stringify(claims)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}.x`;
}

/** A provider whose cookie belongs to whom the test says, and a clock that the test moves. */
function world() {
  const now = { ms: 1_000_000_000 };
  const cookie: { user: string | null; org: string | null } = { user: 'ada', org: 'acme' };
  let fetches = 0;
  const provider: IdentityProvider = {
    signIn: () => Promise.resolve(void (cookie.user = 'ada')),
    signUp: () => Promise.resolve(),
    hasSession: () => Promise.resolve(cookie.user !== null),
    signOut: () => Promise.resolve(void (cookie.user = null)),
    fetchToken: () => Promise.resolve(++fetches && cookie.user ? tokenOf(cookie.user, cookie.org, now.ms + 5 * MINUTE_MS, fetches) : null),
  };
  return { now, cookie, fetches: () => fetches, session: new Session(provider, () => now.ms) };
}

test('a visitor without a session is signed out without a token being asked for, and signed in after the right password', async () => {
  const { cookie, fetches, session } = world();
  cookie.user = null;
  expect(await Promise.all([session.restore(), session.restore()])).toEqual([{ kind: 'signed-out' }, { kind: 'signed-out' }]);
  expect(fetches()).toBe(0);
  await session.signIn({ email: 'ada@example.com', password: 'secret' });
  expect(session.state()).toEqual({ kind: 'signed-in', userId: 'ada', orgId: 'acme' });
});

test('requests share one token until shortly before it expires', async () => {
  const { now, fetches, session } = world();
  await session.restore();
  const token = session.tokenFor('ada', 'acme');
  const [first, second] = await Promise.all([token(), token()]);
  expect(first).toBe(second);
  expect(fetches()).toBe(1);
  now.ms += 5 * MINUTE_MS - 20_000;
  const [third, fourth] = await Promise.all([token(), token()]);
  expect(third).toBe(fourth);
  expect(third).not.toBe(first);
  expect(fetches()).toBe(2);
});

test('a token that the server refused is replaced, though it has time left', async () => {
  const { session } = world();
  await session.restore();
  const token = session.tokenFor('ada', 'acme');
  const refused = await token();
  expect(await token(refused)).not.toBe(refused);
});

test('ATK-066: after another tab has switched, this one sends nothing with the new organisation’s token', async () => {
  const { cookie, now, session } = world();
  await session.restore();
  const changes: string[] = [];
  session.subscribe(() => changes.push(JSON.stringify(session.state())));
  const token = session.tokenFor('ada', 'acme');
  cookie.org = 'rival';
  now.ms += 10 * MINUTE_MS;
  await expect(token()).rejects.toThrow(SessionMoved);
  expect(changes).toEqual([JSON.stringify({ kind: 'signed-in', userId: 'ada', orgId: 'rival' })]);
  await expect(token()).rejects.toThrow(SessionMoved);
});

test('after signing out no token is handed out', async () => {
  const { session } = world();
  await session.restore();
  const token = session.tokenFor('ada', 'acme');
  await session.signOut();
  expect(session.state()).toEqual({ kind: 'signed-out' });
  await expect(token()).rejects.toThrow(SessionMoved);
});
