import { AuthFailure, type AuthFailureReason } from './auth-failure.ts';

/** The sign-in service's own names for what a page has words for. */
const REASON_OF_CODE: Readonly<Record<string, AuthFailureReason>> = {
  INVALID_PASSWORD: 'wrong-password',
  INVALID_TOKEN: 'spent',
};

/** Asks the sign-in service, the one place that has a cookie. @throws AuthFailure */
export async function postAuth(path: `/auth/${string}`, body: object): Promise<void> {
  const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(path, request).catch((cause: unknown) => {
    throw new AuthFailure('unreachable', { cause });
  });
  if (!response.ok) throw new AuthFailure(await reasonOf(response));
}

async function reasonOf(response: Response): Promise<AuthFailureReason> {
  if (response.status === 429) return 'too-many';
  if (response.status >= 500) return 'unreachable';
  const answer: unknown = await response.json().catch(() => null);
  const known = hasCode(answer) ? REASON_OF_CODE[answer.code] : undefined;
  return known ?? (response.status === 403 ? 'refused' : 'no-match');
}

function hasCode(answer: unknown): answer is { code: string } {
  return typeof answer === 'object' && answer !== null && 'code' in answer && typeof answer.code === 'string';
}
