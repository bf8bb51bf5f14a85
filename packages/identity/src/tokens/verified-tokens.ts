import { hash } from 'node:crypto';
import { CLOCK_TOLERANCE_SECONDS } from './clock-tolerance.ts';
import type { SignedIn } from './signed-in.ts';

/** A key that was taken back without our noticing, or a subject that was linked anew, counts so much longer at most. */
const LONGEST_LIFE_MS = 60_000;
const MOST_TOKENS = 10_000;

/**
 * What was verified a moment ago, by the hash of its token: a known token costs a look into this. It holds no right; the database looks
 * the actor up at every entry all the same.
 */
export interface VerifiedTokens {
  find(token: string): SignedIn | undefined;
  /** Keeps who a token is from, unless everything was forgotten since `edition`. */
  keep(token: string, signedIn: SignedIn, edition: number): void;
  /** Counts how often everything was forgotten. */
  readonly edition: number;
  forget(): void;
}

interface Kept {
  readonly signedIn: SignedIn;
  readonly untilMs: number;
}

/** Keeps so many tokens; the one that was asked for longest ago goes first. */
export function createVerifiedTokens(most = MOST_TOKENS): VerifiedTokens {
  const kept = new Map<string, Kept>();
  let edition = 0;
  return {
    get edition() {
      return edition;
    },
    find(token) {
      const name = nameOf(token);
      const found = kept.get(name);
      if (!found) return undefined;
      kept.delete(name);
      if (Date.now() >= found.untilMs) return undefined;
      kept.set(name, found);
      return found.signedIn;
    },
    keep(token, signedIn, since) {
      if (since !== edition) return;
      const [oldest] = kept.keys();
      if (kept.size >= most && oldest !== undefined) kept.delete(oldest);
      const endsMs = signedIn.expiresAt.getTime() + CLOCK_TOLERANCE_SECONDS * 1000;
      kept.set(nameOf(token), { signedIn, untilMs: Math.min(endsMs, Date.now() + LONGEST_LIFE_MS) });
    },
    forget() {
      kept.clear();
      edition += 1;
    },
  };
}

function nameOf(token: string): string {
  return hash('sha256', token, 'base64');
}
