import { attemptKey } from '../limits/attempt-key.ts';
import type { Attempt } from '../limits/attempt.ts';
import { networkOf } from '../limits/network-of.ts';

interface Limit {
  readonly most: number;
  readonly windowSeconds: number;
}

interface Limits {
  /** By what was typed or whose session it is, whether there is such an account or not. */
  readonly account?: Limit;
  readonly address: Limit;
}

const MINUTE = 60;
const HOUR = 3_600;

/** What is counted, by route. Routes that tell and change nothing guessable are left out. */
const LIMITS: Readonly<Record<string, Limits>> = {
  '/auth/sign-in/email': { account: { most: 10, windowSeconds: 5 * MINUTE }, address: { most: 30, windowSeconds: MINUTE } },
  '/auth/sign-up/email': { account: { most: 5, windowSeconds: HOUR }, address: { most: 30, windowSeconds: HOUR } },
  '/auth/request-password-reset': { account: { most: 5, windowSeconds: HOUR }, address: { most: 30, windowSeconds: HOUR } },
  '/auth/reset-password': { address: { most: 30, windowSeconds: 10 * MINUTE } },
  '/auth/change-password': { account: { most: 10, windowSeconds: 5 * MINUTE }, address: { most: 30, windowSeconds: MINUTE } },
};

export interface Attempted {
  readonly path: string;
  /** The client's network address, as our own server saw it. */
  readonly address: string;
  /** The e-mail address that was typed, or the session; null where a request names neither. */
  readonly account: string | null;
}

/** What a request counts as: first the account, where one is named, then the address. */
export function attemptsOf({ path, address, account }: Attempted): Attempt[] {
  const limits = LIMITS[path];
  if (!limits) return [];
  const byAddress = { key: attemptKey(path, 'address', networkOf(address)), ...limits.address };
  if (account === null || !limits.account) return [byAddress];
  return [{ key: attemptKey(path, 'account', account), ...limits.account }, byAddress];
}
