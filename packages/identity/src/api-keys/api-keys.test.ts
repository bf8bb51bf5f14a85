import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { TokenRefused } from '../tokens/token-refused.ts';
import { createApiKeyVerifier } from './create-api-key-verifier.ts';
import { makeApiKey } from './make-api-key.ts';

/** What a secret scanner is told to look for, as the documentation gives it. */
const SCANNED = /\brf_[0-9A-Za-z]{49}\b/;

interface Stored {
  readonly org_id: string;
  readonly id: string;
  readonly expires_at: Date | null;
}

/** A database of keys by their hash, which says how often it was asked. */
function keptKeys(rows: Record<string, Stored[]>) {
  const asked: string[] = [];
  const lookup = <Row>(_name: string, hash?: string | null) => {
    asked.push(String(hash));
    return Promise.resolve((rows[String(hash)] ?? []) as Row[]);
  };
  return { asked, lookup };
}

function stored(key: { sha256: Buffer }, expiresAt: Date | null = null): Record<string, Stored[]> {
  return { [`\\x${key.sha256.toString('hex')}`]: [{ org_id: randomUUID(), id: randomUUID(), expires_at: expiresAt }] };
}

test('a key is found by scanners, shows eight characters, and no two are alike', () => {
  const keys = Array.from({ length: 200 }, makeApiKey);
  for (const { key, prefix } of keys) {
    expect(`export RINGFENCE_API_KEY="${key}"`).toMatch(SCANNED);
    expect(key.startsWith(prefix)).toBe(true);
    expect(prefix).toHaveLength(11);
  }
  expect(new Set(keys.map(({ key }) => key)).size).toBe(200);
});

test('what is no key, or was copied wrongly, is refused without a look into the database', async () => {
  const made = makeApiKey();
  const keys = keptKeys(stored(made));
  const verify = createApiKeyVerifier({ tenancy: keys, onUse: () => {} });
  const swapped = made.key.slice(0, 10) + (made.key[10] === 'x' ? 'y' : 'x') + made.key.slice(11);
  for (const wrong of [
    'rf_',
    `rf_${'0'.repeat(49)}`,
    swapped,
    made.key.slice(0, -1),
    `${made.key}0`,
    made.key.toLowerCase(),
    `rf_${'/'.repeat(49)}`,
  ]) {
    await expect(verify(wrong), wrong).rejects.toThrow(TokenRefused);
  }
  expect(keys.asked).toEqual([]);
  await expect(verify(makeApiKey().key)).rejects.toThrow(TokenRefused);
  expect(keys.asked).toHaveLength(1);
});

test('a key says its organisation and itself, nobody’s name; its hash is looked up once', async () => {
  const [lasting, ending] = [makeApiKey(), makeApiKey()];
  const endsAt = new Date(Date.now() + 60_000);
  const rows = { ...stored(lasting), ...stored(ending, endsAt) };
  const keys = keptKeys(rows);
  const uses: string[] = [];
  const verify = createApiKeyVerifier({ tenancy: keys, onUse: ({ actor }) => uses.push(actor.id) });
  const [row] = rows[`\\x${lasting.sha256.toString('hex')}`] ?? [];
  const expected = { actor: { kind: 'api-key', id: row?.id }, userId: null, orgId: row?.org_id, sessionId: null };
  expect(await verify(lasting.key)).toMatchObject(expected);
  expect(await verify(lasting.key)).toMatchObject(expected);
  expect((await verify(ending.key)).expiresAt).toEqual(endsAt);
  expect(keys.asked).toHaveLength(2);
  expect(uses).toHaveLength(3);
});

test('two rows of one hash open neither organisation, and only so many keys are remembered', async () => {
  const [twice, first, second] = [makeApiKey(), makeApiKey(), makeApiKey()];
  const doubled = Object.fromEntries(Object.entries(stored(twice)).map(([hash, rows]) => [hash, [...rows, ...rows]]));
  const keys = keptKeys({ ...doubled, ...stored(first), ...stored(second) });
  const verify = createApiKeyVerifier({ tenancy: keys, onUse: () => {}, mostRemembered: 1 });
  await expect(verify(twice.key)).rejects.toThrow(TokenRefused);
  for (const { key } of [first, second, second, first]) await verify(key);
  expect(keys.asked).toHaveLength(4);
});
