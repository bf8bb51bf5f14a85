import { importJWK, type JWK } from 'jose';
import { TokenRefused } from './token-refused.ts';

/** How soon a token with an unknown key may make us look again, and how long what we know is good. */
const SHORTEST_AGE_MS = 5_000;
const LONGEST_AGE_MS = 300_000;

/** A public key as it is stored; `jwk` is JSON. */
export interface StoredKey {
  readonly id: string;
  readonly jwk: string;
}

export interface KeySet {
  /** @throws TokenRefused for an id that no key has. */
  find(id: string | undefined): Promise<Awaited<ReturnType<typeof importJWK>>>;
}

/** Public keys by id, kept in memory. Unknown ids, however many, cause one look every few seconds. */
export function createKeySet(load: () => Promise<readonly StoredKey[]>, algorithm: string): KeySet {
  let keys = new Map<string, StoredKey>();
  let loadedAt = -Infinity;
  let loading: Promise<void> | undefined;

  async function reload(): Promise<void> {
    keys = new Map((await load()).map((key) => [key.id, key]));
    loadedAt = performance.now();
  }

  function refresh(): Promise<void> {
    loading ??= reload().finally(() => {
      loading = undefined;
    });
    return loading;
  }

  const imported = new WeakMap<StoredKey, ReturnType<typeof importJWK>>();
  return {
    async find(id) {
      if (id === undefined) throw new TokenRefused();
      const age = performance.now() - loadedAt;
      if (age > LONGEST_AGE_MS || (!keys.has(id) && age > SHORTEST_AGE_MS)) await refresh();
      const key = keys.get(id);
      if (!key) throw new TokenRefused();
      const found = imported.get(key) ?? importJWK(JSON.parse(key.jwk) as JWK, algorithm);
      imported.set(key, found);
      return found;
    },
  };
}
