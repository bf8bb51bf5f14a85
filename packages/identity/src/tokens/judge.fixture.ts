import type { TestIssuer } from '@ringfence/testing/tokens';
import { createTokenVerifier, type VerifyToken } from './create-token-verifier.ts';
import { fetchJson } from './fetch-json.ts';
import { createKeySet } from './key-set.ts';
import { outsideIssuer } from './outside-issuer.ts';
import { readKeys } from './read-keys.ts';
import { sharedSecretIssuer } from './shared-secret-issuer.ts';

const TEST_SECRET = 'a-secret-that-an-outside-issuer-shares';

/** Judges tokens as a server does that has this issuer and a shared secret, without asking a database who a subject is. */
export function judgeOf(issuer: TestIssuer): VerifyToken {
  const keys = createKeySet({
    load: async () => readKeys(await fetchJson(issuer.settings.jwksUri)),
    shortestAgeMs: 60_000,
    onChange: () => {},
    onFailure: (error) => {
      throw error;
    },
  });
  const takeLegacy = () => Promise.resolve(false);
  const userIdOf = ({ subject }: { subject: string }) => Promise.resolve(`user of ${subject}`);
  return createTokenVerifier({
    issuers: [outsideIssuer(issuer.settings, { keys, userIdOf, takeLegacy }), sharedSecretIssuer(TEST_SECRET, { userIdOf, takeLegacy })],
  });
}
