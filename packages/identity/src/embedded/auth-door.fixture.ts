import { type IdentityDatabase, openIdentityDatabase } from '@ringfence/db';
import type { Mail } from '@ringfence/domain/mail';
import { deriveKey } from '@ringfence/tenancy';
import type { TestDatabase } from '@ringfence/testing/database';
import { createAuthDoor } from './create-auth-door.ts';
import { CLIENT_ADDRESS_HEADER, createAuth } from './create-auth.ts';

const PUBLIC_URL = 'http://127.0.0.1:4000';

/** The door of one server, with what it hands on and every statement it runs laid open. */
export interface TestDoor {
  readonly database: IdentityDatabase['database'];
  readonly mails: Mail[];
  /** Statements since the last `forget`, without their parameters. */
  readonly statements: string[];
  readonly log: string[];
  forget(): void;
  post(path: string, body: unknown, from?: { address?: string; cookie?: string }): Promise<Response>;
  get(path: string, cookie: string): Promise<Response>;
  close(): Promise<void>;
}

/** Opens one; two of them on one database are two servers. */
export function openTestDoor({ urls, secretKey }: TestDatabase): TestDoor {
  const [mails, statements, log]: [Mail[], string[], string[]] = [[], [], []];
  const { database, close } = openIdentityDatabase(urls.identity, (text) => statements.push(text));
  const auth = createAuth({
    database,
    identityKeys: [deriveKey(secretKey, 'identity')],
    issuer: 'test',
    publicUrl: PUBLIC_URL,
    log: (_level, message) => log.push(message),
    onFailure: () => {},
  });
  const open = createAuthDoor({ database, auth, publicUrl: PUBLIC_URL, postMail: (mail) => mails.push(mail) });
  return {
    database,
    mails,
    statements,
    log,
    forget() {
      statements.length = 0;
      mails.length = 0;
    },
    post: (path, body, { address = '203.0.113.1', cookie } = {}) =>
      open(
        new Request(PUBLIC_URL + path, {
          method: 'POST',
          body: JSON.stringify(body),
          headers: {
            'content-type': 'application/json',
            origin: PUBLIC_URL,
            [CLIENT_ADDRESS_HEADER]: address,
            ...(cookie === undefined ? {} : { cookie }),
          },
        }),
      ),
    get: (path, cookie) => open(new Request(PUBLIC_URL + path, { headers: { cookie } })),
    close,
  };
}

/** The session cookie that an answer sets. */
export function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

/** All of an answer that a client sees, but for the date. */
export async function seenOf(response: Response): Promise<unknown> {
  return { status: response.status, headers: [...response.headers], body: await response.text() };
}
