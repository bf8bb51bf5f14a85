import type { TestIssuer } from '../open-issuer.ts';

type Json = Readonly<Record<string, unknown>>;

/** Signed as it should be, and said to be signed otherwise. */
export function otherAlgorithms(issuer: TestIssuer, claims: Json): Record<string, string> {
  const { kid } = issuer.publicKey;
  const names = [
    'es256',
    'ES256 ',
    'ES256K',
    'ES384',
    'RS256',
    'PS256',
    'EdDSA',
    'HS256',
    'dir',
    'RSA-OAEP',
    ['ES256'],
    { ES256: 1 },
    1,
    true,
  ];
  return Object.fromEntries(names.map((alg) => [`alg ${JSON.stringify(alg)} with the issuer’s key`, issuer.craft({ alg, kid }, claims)]));
}
