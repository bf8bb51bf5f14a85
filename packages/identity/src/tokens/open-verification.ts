import type { IdentityDatabase } from '@ringfence/db';
import { jwks } from '@ringfence/db/schema';
import { unlessDatabaseLost } from '../embedded/unless-database-lost.ts';
import { takeLegacyClaim } from '../legacy-claims/take-legacy-claim.ts';
import type { JwtIssuer } from '../settings/jwt-issuers.ts';
import { findOrMakeUser } from '../subjects/find-or-make-user.ts';
import type { ToldPerson } from '../subjects/told-person.ts';
import { createTokenVerifier, type VerifyToken } from './create-token-verifier.ts';
import { EMBEDDED_ALGORITHM, embeddedIssuer } from './embedded-issuer.ts';
import { fetchJson } from './fetch-json.ts';
import { createKeySet, type KeySet } from './key-set.ts';
import { outsideIssuer } from './outside-issuer.ts';
import { readKeys } from './read-keys.ts';
import { sharedSecretIssuer } from './shared-secret-issuer.ts';
import type { LegacyClaim } from './sign-in-outside.ts';
import type { VerificationKey } from './verification-key.ts';
import { createVerifiedTokens } from './verified-tokens.ts';

/** How soon unknown keys may make us look again: into our own table, and at an outside issuer's address. */
const OWN_LOOK_MS = 5_000;
const OUTSIDE_LOOK_MS = 60_000;

export interface VerificationOptions {
  readonly database: IdentityDatabase['database'];
  readonly ownNames: readonly string[];
  readonly jwtIssuers: readonly JwtIssuer[];
  readonly jwtSecret: string | undefined;
  readonly legacyUntil: Date | undefined;
  readonly verifyApiKey: VerifyToken | undefined;
  /** Told of each organisation that was taken from `user_metadata`. */
  readonly onLegacyClaim: () => void;
  readonly log: (level: 'warn' | 'error', message: string) => void;
}

export interface Verification {
  readonly verifyToken: VerifyToken;
  /** Whose keys can't be had just now, in words for `/readyz`. */
  degraded(): string[];
}

/** Everybody whose tokens are taken: our own issuer, those of the settings by their keys, and last whoever shares the secret. */
export function openVerification(options: VerificationOptions): Verification {
  const { database, ownNames, jwtIssuers, jwtSecret, legacyUntil, verifyApiKey, onLegacyClaim, log } = options;
  const verified = createVerifiedTokens();

  function keysOf(name: string, shortestAgeMs: number, load: () => Promise<VerificationKey[]>): KeySet {
    const onFailure = (error: unknown) => log('warn', `The keys of ${name} could not be loaded: ${describe(error)}`);
    return createKeySet({ load, shortestAgeMs, onChange: verified.forget, onFailure });
  }

  async function takeLegacy(claim: LegacyClaim): Promise<boolean> {
    if (legacyUntil === undefined || Date.now() >= legacyUntil.getTime()) return false;
    const isTaken = await unlessDatabaseLost(() => takeLegacyClaim(database, claim));
    if (isTaken) onLegacyClaim();
    return isTaken;
  }

  const ownKeys = keysOf('our own issuer', OWN_LOOK_MS, () => unlessDatabaseLost(() => readOwnKeys(database)));
  const outside = jwtIssuers.map((settings) => {
    const load = async () => readKeys(await fetchJson(settings.jwksUri), settings.algorithm);
    return { settings, keys: keysOf(settings.issuer, OUTSIDE_LOOK_MS, load) };
  });
  const userIdOf = (person: ToldPerson) => unlessDatabaseLost(() => findOrMakeUser(database, person));
  const issuers = [
    embeddedIssuer(ownNames, ownKeys),
    ...outside.map(({ settings, keys }) => outsideIssuer(settings, { keys, userIdOf, takeLegacy })),
    ...(jwtSecret === undefined ? [] : [sharedSecretIssuer(jwtSecret, { userIdOf, takeLegacy })]),
  ];
  return {
    verifyToken: createTokenVerifier({ issuers, verified, verifyApiKey }),
    degraded: () => outside.filter(({ keys }) => keys.isDegraded()).map(({ settings }) => `keys of ${settings.issuer}`),
  };
}

async function readOwnKeys(database: IdentityDatabase['database']): Promise<VerificationKey[]> {
  const rows = await database.select({ id: jwks.id, jwk: jwks.publicKey }).from(jwks);
  const keys = rows.map(({ id, jwk }) => Object.assign(JSON.parse(jwk) as object, { kid: id }));
  return readKeys({ keys }, EMBEDDED_ALGORITHM);
}

function describe(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
}
