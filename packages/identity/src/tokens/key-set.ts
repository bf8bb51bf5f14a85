import { Unavailable } from '@ringfence/domain';
import type { PeekedToken } from './peek-token.ts';
import { TokenRefused } from './token-refused.ts';
import type { VerificationKey } from './verification-key.ts';

/** How long what we know is good, and how soon we ask again after a look that failed. */
const LONGEST_AGE_MS = 300_000;
const RETRY_AFTER_MS = 10_000;

export interface KeySetOptions {
  load(): Promise<readonly VerificationKey[]>;
  /** How soon tokens with an unknown key, however many, may make us look again. */
  readonly shortestAgeMs: number;
  /** Told whenever the keys are others than they were. */
  onChange(): void;
  onFailure(error: unknown): void;
}

export interface KeySet {
  /** The one key that a token can be checked with. @throws TokenRefused where there is none; Unavailable where none could be loaded. */
  find(peeked: PeekedToken): Promise<VerificationKey>;
  /** Whether the last look failed or found nothing. Starts the next one where it is due, without waiting for it. */
  isDegraded(): boolean;
}

/** Public keys, kept in memory. While they can't be loaded the last good ones count. */
export function createKeySet({ load, shortestAgeMs, onChange, onFailure }: KeySetOptions): KeySet {
  let known: readonly VerificationKey[] | null = null;
  let hasFailed = false;
  let lookedAt = -Infinity;
  let loadedAt = -Infinity;
  let looking: Promise<void> | null = null;

  async function look(): Promise<void> {
    try {
      const loaded = await load();
      const isOther = known !== null && textOf(known) !== textOf(loaded);
      [known, loadedAt, hasFailed] = [loaded, performance.now(), false];
      if (isOther) onChange();
    } catch (error) {
      hasFailed = true;
      onFailure(error);
    } finally {
      looking = null;
    }
  }

  /** The look that is due, or under way. */
  function lookIfDue(isKnown: boolean): Promise<void> | null {
    const dueAfterMs = hasFailed ? RETRY_AFTER_MS : isKnown ? LONGEST_AGE_MS : shortestAgeMs;
    if (looking === null && performance.now() - lookedAt >= dueAfterMs) {
      lookedAt = performance.now();
      looking = look();
    }
    return looking;
  }

  function named(keyId: string | undefined): VerificationKey[] {
    return (known ?? []).filter(({ id }) => keyId === undefined || id === keyId);
  }

  return {
    async find({ keyId, algorithm }) {
      const isKnown = named(keyId).length > 0;
      const isOld = performance.now() - loadedAt >= LONGEST_AGE_MS;
      const due = lookIfDue(isKnown);
      // Whoever has a good key doesn't wait for somebody else's look, nor for an address that is down.
      if (!isKnown || (isOld && !hasFailed)) await due;
      const found = named(keyId);
      if (found.length === 0 && hasFailed) {
        throw new Unavailable('The keys of this token’s issuer can not be read just now. Try again in a moment.');
      }
      const [key, ...others] = found.filter((candidate) => candidate.algorithm === algorithm);
      if (!key || others.length > 0) throw new TokenRefused();
      return key;
    },
    isDegraded() {
      void lookIfDue(true);
      return hasFailed || known?.length === 0;
    },
  };
}

function textOf(keys: readonly VerificationKey[]): string {
  return keys
    .map(({ text }) => text)
    .toSorted()
    .join();
}
