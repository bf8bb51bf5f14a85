import { randomUUID } from 'node:crypto';
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
  return {
    settings,
    get publicKey() {
      return keys.published;
    },
    get fetches() {
      return fetches;
    },
    sign({ claims = {}, header = {}, key = keys.pair.privateKey } = {}) {
      const exp = Math.floor(Date.now() / 1000) + HOUR_SECONDS;
      return new SignJWT({ iss: name, aud: settings.audience, sub: 'auth0|somebody', exp, ...claims })
        .setProtectedHeader({ alg: ALGORITHM, ...(keys.published.kid ? { kid: keys.published.kid } : {}), ...header })
        .sign(key);
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

async function makeKeys(): Promise<{ pair: GenerateKeyPairResult; published: JWK }> {
  const pair = await generateKeyPair(ALGORITHM);
  return { pair, published: { ...(await exportJWK(pair.publicKey)), kid: randomUUID(), alg: ALGORITHM, use: 'sig' } };
}
