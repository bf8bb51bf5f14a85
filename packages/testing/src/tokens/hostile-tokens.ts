import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { otherAlgorithms } from './hostile/other-algorithms.ts';
import { brokenSignatures } from './hostile/broken-signatures.ts';
import { otherSpellings } from './hostile/other-spellings.ts';
import { prefixed } from './hostile/prefixed.ts';
import { encodePart } from './hostile/encode-part.ts';
import { unsignedTokens } from './hostile/unsigned-tokens.ts';
import { tokensByPublicKey } from './hostile/tokens-by-public-key.ts';
import { strangeContents } from './hostile/strange-contents.ts';
import { wrongTimes } from './hostile/wrong-times.ts';
import { wrongSubjects } from './hostile/wrong-subjects.ts';
import type { TestIssuer } from './open-issuer.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * Tokens that nobody must take, by what is wrong with them: after RFC 7515, 7516, 7519, 7797 and 8725, and what public test suites of
 * JWS (Wycheproof, jwt_tool) try. Each is but one step away from a token of `issuer` that is good.
 */
export function hostileTokens(issuer: TestIssuer): Record<string, string> {
  const { header, claims } = issuer.good();
  const genuine = issuer.craft(header, claims);
  const attacker = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const attackerJwk = attacker.publicKey.export({ format: 'jwk' });
  const withHeader = (changed: Json) => issuer.craft({ ...header, ...changed }, claims);
  const withClaims = (changed: Json) => issuer.craft(header, { ...claims, ...changed });
  const byAttacker = (changed: Json) => signWith(attacker.privateKey, { ...header, ...changed }, claims);
  return {
    ...unsignedTokens(header, claims),
    ...tokensByPublicKey(issuer, claims),
    ...prefixed('a key of its own in the header: ', {
      'the attacker’s key, named as the issuer’s': byAttacker({}),
      jwk: byAttacker({ jwk: attackerJwk }),
      'jwk, signed by the issuer': withHeader({ jwk: attackerJwk }),
      jku: byAttacker({ jku: 'https://attacker.example/jwks.json' }),
      x5u: byAttacker({ x5u: 'https://attacker.example/chain.pem' }),
      x5c: byAttacker({ x5c: ['MIIB'] }),
      'a prototype': byAttacker({ ['__proto__']: { jwk: attackerJwk } }),
    }),
    ...prefixed('kid ', {
      'of nobody': withHeader({ kid: 'nobody' }),
      'with a path': withHeader({ kid: '../../../../dev/null' }),
      'with SQL': withHeader({ kid: "x' union select 'secret" }),
      'with an address': withHeader({ kid: 'https://attacker.example/key' }),
      'with a zero byte': withHeader({ kid: `${String(header['kid'])}\0` }),
      'that is a number': withHeader({ kid: 0 }),
      'that is a list': withHeader({ kid: [header['kid']] }),
      'of ten thousand letters': withHeader({ kid: 'k'.repeat(10_000) }),
    }),
    ...prefixed('rules that nobody knows: ', {
      'crit without a name': withHeader({ crit: [] }),
      'crit with an unknown name': withHeader({ crit: ['exp2'], exp2: 1 }),
      'crit of exp': withHeader({ crit: ['exp'], exp: 1 }),
      'a payload that is not encoded (RFC 7797)': withHeader({ b64: false, crit: ['b64'] }),
      'b64 without crit': withHeader({ b64: false }),
      'a compressed payload': withHeader({ zip: 'DEF' }),
    }),
    ...otherAlgorithms(issuer, claims),
    ...brokenSignatures(genuine),
    ...otherSpellings(genuine),
    ...strangeContents(issuer, genuine),
    ...prefixed('a token for something else: ', {
      'proof of possession': withHeader({ typ: 'dpop+jwt' }),
      'a security event': withHeader({ typ: 'secevent+jwt' }),
      'a logout': withHeader({ typ: 'logout+jwt' }),
      'a type that is no text': withHeader({ typ: 1 }),
    }),
    ...prefixed('issuer ', {
      'left out': withClaims({ iss: undefined }),
      'that is another': withClaims({ iss: 'https://staging.example/' }),
      'without its slash': withClaims({ iss: String(claims['iss']).slice(0, -1) }),
      'in capitals': withClaims({ iss: String(claims['iss']).toUpperCase() }),
      'in a list': withClaims({ iss: [claims['iss']] }),
      'with a zero byte': withClaims({ iss: `${String(claims['iss'])}\0` }),
    }),
    ...prefixed('audience ', {
      'left out': withClaims({ aud: undefined }),
      'that is another': withClaims({ aud: 'another-app' }),
      'in a list without ours': withClaims({ aud: ['another-app', 'staging'] }),
      'that is an empty list': withClaims({ aud: [] }),
      'that only begins like ours': withClaims({ aud: `${String(claims['aud'])}-staging` }),
      'that is an object': withClaims({ aud: { [String(claims['aud'])]: true } }),
    }),
    ...wrongTimes(withClaims),
    ...wrongSubjects(withClaims, (payload) => issuer.craft(header, payload), claims),
  };
}

function signWith(key: KeyObject, header: Json, claims: Json): string {
  const signed = `${encodePart(header)}.${encodePart(claims)}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}
