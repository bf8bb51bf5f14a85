import { createHmac, createPublicKey, type JsonWebKey } from 'node:crypto';
import type { TestIssuer } from '../open-issuer.ts';
import { encodePart } from './encode-part.ts';

type Json = Readonly<Record<string, unknown>>;

/** HMAC keyed with what everybody can fetch. */
export function tokensByPublicKey(issuer: TestIssuer, claims: Json): Record<string, string> {
  const jwk: JsonWebKey = { ...issuer.publicKey };
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  const secrets = {
    'as JSON': JSON.stringify(issuer.publicKey),
    'as PEM': key.export({ type: 'spki', format: 'pem' }),
    'as PEM without its last line': String(key.export({ type: 'spki', format: 'pem' })).trimEnd(),
    'as DER': key.export({ type: 'spki', format: 'der' }),
    'as x': Buffer.from(String(issuer.publicKey.x), 'base64url'),
    empty: '',
    'that everybody guesses': 'secret',
  };
  const algorithms = { HS256: 'sha256', HS384: 'sha384', HS512: 'sha512' };
  return Object.fromEntries(
    Object.entries(secrets).flatMap(([form, secret]) =>
      Object.entries(algorithms).map(([alg, digest]) => {
        const signed = `${encodePart({ alg, kid: issuer.publicKey.kid })}.${encodePart(claims)}`;
        return [`${alg} with the public key ${form}`, `${signed}.${createHmac(digest, secret).update(signed).digest('base64url')}`];
      }),
    ),
  );
}
