import { type Caller, type ContextKey, contextKey, deriveKey, signContext } from '@ringfence/tenancy';
import type { TestDatabase } from '@ringfence/testing/database';
import { Client } from 'pg';
import type { TwoOrganizations } from './two-organizations.ts';

/** The log-ins that serve requests, jobs, sign-ins and operators. */
export const RUN_TIME_LOG_INS = ['app', 'worker', 'identity', 'service'] as const;
type LogIn = (typeof RUN_TIME_LOG_INS)[number] | 'owner' | 'superuser';

const CONTEXT_LIFE_MS = 60_000;

/** Two organisations with a row in every tenant table, and plain connections of every log-in: no code of ours stands between. */
export interface AttackedDatabase extends TwoOrganizations {
  readonly clients: Readonly<Record<LogIn, Client>>;
  /** What the application signs contexts with. */
  readonly contextKey: ContextKey;
  /** A context as the application signs it. */
  sign(caller: Caller): string;
  /** Runs `work` in a transaction that is rolled back; with a caller, one that has entered. */
  inTransaction<T>(logIn: LogIn, caller: Caller | null, work: (client: Client) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Connects to a copy of its own; `sin` is SQL that takes a guard away from it, run as superuser. */
export async function attackedDatabase(original: TestDatabase, organizations: TwoOrganizations, sin: string): Promise<AttackedDatabase> {
  const database = await original.copy();
  const clients = await connectAll(database.urls);
  const key = contextKey(deriveKey(database.secretKey, 'context'));
  const sign = (caller: Caller) => signContext(key, caller, Date.now() + CONTEXT_LIFE_MS);
  await clients.superuser.query(sin);
  return {
    ...organizations,
    clients,
    contextKey: key,
    sign,
    inTransaction: async (logIn, caller, work) => {
      const client = clients[logIn];
      await client.query('begin');
      try {
        if (caller) await client.query('select tenancy.enter_tenant($1)', [sign(caller)]);
        return await work(client);
      } finally {
        await client.query('rollback');
      }
    },
    close: async () => {
      await Promise.all(Object.values(clients).map((client) => client.end()));
      await database.close();
    },
  };
}

async function connectAll(urls: TestDatabase['urls']): Promise<Record<LogIn, Client>> {
  const clients = {
    app: clientOf(urls.app),
    worker: clientOf(urls.worker),
    identity: clientOf(urls.identity),
    service: clientOf(urls.service),
    owner: clientOf(urls.owner),
    superuser: clientOf(urls.superuser),
  };
  await Promise.all(Object.values(clients).map((client) => client.connect()));
  return clients;
}

function clientOf(connectionString: string): Client {
  return new Client({ connectionString });
}
