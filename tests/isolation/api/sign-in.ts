import { randomUUID } from 'node:crypto';
import { addMember } from '@ringfence/platform/members';
import type { TestPlatform } from '@ringfence/testing/platform';

const PASSWORD = 'correct horse battery staple';

/** A person who can sign in. */
export interface Account {
  readonly email: string;
  readonly password: string;
}

/** A new owner of an organisation. */
export async function createOwner({ identity, tenancies }: TestPlatform, { orgId }: { orgId: string }): Promise<Account> {
  const email = `${randomUUID()}@example.com`;
  const { userId } = await identity.createUser({ email, name: 'Owner', password: PASSWORD });
  await tenancies.service.inTenant({ orgId, actor: { kind: 'operator', id: 'test' } }, (db) => addMember(db, { userId, role: 'owner' }));
  return { email, password: PASSWORD };
}

/** Posts to one of the sign-in routes as our own page does. */
export function postAuth(
  { url, publicUrl }: TestPlatform,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): [string, RequestInit] {
  return [
    url + path,
    { method: 'POST', headers: { 'content-type': 'application/json', origin: publicUrl, ...headers }, body: JSON.stringify(body) },
  ];
}

/** Signs in; gives the cookie of the session. */
export async function signIn(platform: TestPlatform, account: Account): Promise<string> {
  const signedIn = await fetch(...postAuth(platform, '/auth/sign-in/email', account));
  if (!signedIn.ok) throw new Error(`signing in was answered with ${signedIn.status}`);
  return signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

/** A bearer token of a session. */
export async function tokenOf({ url }: TestPlatform, cookie: string): Promise<string> {
  const given = await fetch(`${url}/auth/token`, { headers: { cookie } });
  const { token } = (await given.json()) as { token?: string };
  if (!token) throw new Error(`a session gave no token: ${given.status}`);
  return token;
}
