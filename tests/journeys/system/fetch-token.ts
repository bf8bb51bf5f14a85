import type { SignIn } from './read-sign-ins.ts';

/** A bearer token for a sign-in, had as the dashboard has it: by password, then by the session's cookie. */
export async function fetchToken(url: string, { email, password }: SignIn): Promise<string> {
  const headers = { origin: url, 'content-type': 'application/json' };
  const entered = await fetch(`${url}/auth/sign-in/email`, { method: 'POST', headers, body: JSON.stringify({ email, password }) });
  if (!entered.ok) throw new Error(`Signing in answered ${entered.status}: ${await entered.text()}`);
  const cookie = entered.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const answer = await fetch(`${url}/auth/token`, { headers: { origin: url, cookie } });
  const { token } = (await answer.json()) as { token: string };
  return token;
}
