import { KeyObject, randomUUID, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type GenerateKeyPairResult, type JWK, SignJWT } from 'jose';

const ALGORITHM = 'ES256';
const HOUR_SECONDS = 3600;

export interface TokenParts {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly key?: CryptoKey | Uint8Array;
}

/** An issuer of tokens that isn't ours, with its keys at an address on loopback. */
export interface TestIssuer {
  /** An entry of `RINGFENCE_JWT_ISSUERS`. */
  readonly settings: { readonly issuer: string; readonly jwksUri: string; readonly audience: string };
  /** The key that it publishes. */
  readonly publicKey: JWK;
  /** How often its keys were asked for. */
  readonly fetches: number;
  /** A token that is good, but for what is given. A claim that is undefined is left out. */
  sign(parts?: TokenParts): Promise<string>;
  /** A token signed with its key whose header and payload are these very texts (or the JSON of what isn't text). */
  craft(header: unknown, payload: unknown): string;
  /** Header and claims of a token that is good. */
  good(): { header: { alg: string; kid: string }; claims: Record<string, unknown> };
  /** Has another key from now on; the one before is published no more. */
  rotate(): Promise<void>;
  /** Answers otherwise than with its keys; without an argument, with them again. */
  behave(answer?: (response: ServerResponse) => void): void;
  close(): Promise<void>;
}

/** Opens one of its own name. */
export async function openIssuer(name = `https://${randomUUID()}.example/`): Promise<TestIssuer> {
  let keys = await makeKeys();
  let fetches = 0;
  let answer: ((response: ServerResponse) => void) | undefined;
  const server = createServer((_request, response) => {
    fetches += 1;
    if (answer) answer(response);
    else response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [keys.published] }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const jwksUri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/.well-known/jwks.json`;
  const settings = { issuer: name, jwksUri, audience: 'ringfence-tests' };
  function good() {
    const exp = Math.floor(Date.now() / 1000) + HOUR_SECONDS;
    return {
      header: { alg: ALGORITHM, kid: keys.published.kid },
      claims: { iss: name, aud: settings.audience, sub: 'auth0|somebody', exp },
    };
  }
  return {
    settings,
    get publicKey() {
      return keys.published;
    },
    get fetches() {
      return fetches;
    },
    good,
    sign({ claims = {}, header = {}, key = keys.pair.privateKey } = {}) {
      const whole = good();
      return new SignJWT({ ...whole.claims, ...claims }).setProtectedHeader({ ...whole.header, ...header }).sign(key);
    },
    craft(header, payload) {
      const signed = [header, payload].map(encode).join('.');
      const key = { key: KeyObject.from(keys.pair.privateKey), dsaEncoding: 'ieee-p1363' } as const;
      return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
    },
    async rotate() {
      keys = await makeKeys();
    },
    behave: (other) => {
      answer = other;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Base64url of a text, or of the JSON of anything else. */
function encode(part: unknown): string {
  return Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');
}

async function makeKeys(): Promise<{ pair: GenerateKeyPairResult; published: JWK & { kid: string } }> {
  const pair = await generateKeyPair(ALGORITHM, { extractable: true });
  return { pair, published: { ...(await exportJWK(pair.publicKey)), kid: randomUUID(), alg: ALGORITHM, use: 'sig' } };
}
