import { contextKey, deriveKey, signContext } from '@ringfence/tenancy';
import { openTenancies, testDatabase } from '@ringfence/testing/database';
import { seedOrganization, type SeededOrganization } from '@ringfence/testing/organizations';
import type { Caller } from '@ringfence/tenancy';
import { Client } from 'pg';

/** The log-ins that serve requests, jobs, sign-ins and operators. */
export const RUN_TIME_LOG_INS = ['app', 'worker', 'identity', 'service'] as const;
type LogIn = (typeof RUN_TIME_LOG_INS)[number] | 'owner' | 'superuser';

/** Two organisations with a row in every tenant table, and plain connections of every log-in: no code of ours stands between. */
export interface AttackedDatabase {
  /** The attacker's. */
  readonly a: SeededOrganization;
  /** The victim. */
  readonly b: SeededOrganization;
  readonly clients: Readonly<Record<LogIn, Client>>;
  /** Runs `work` in a transaction that is rolled back; with a caller, one that has entered. */
  inTransaction<T>(logIn: LogIn, caller: Caller | null, work: (client: Client) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Makes one; `sin` is SQL that takes a guard away, run as superuser once the rows are there. */
export async function attackedDatabase(sin = ''): Promise<AttackedDatabase> {
  const database = await testDatabase();
  const tenancies = openTenancies(database);
  const a = await seedOrganization(tenancies, 'Attacker Ltd');
  const b = await seedOrganization(tenancies, 'Victim Ltd');
  await tenancies.close();
  const clients = {
    app: await connect(database.urls.app),
    worker: await connect(database.urls.worker),
    identity: await connect(database.urls.identity),
    service: await connect(database.urls.service),
    owner: await connect(database.urls.owner),
    superuser: await connect(database.urls.superuser),
  };
  await clients.superuser.query(sin);
  return {
    a,
    b,
    clients,
    inTransaction: async (logIn, caller, work) => {
      const client = clients[logIn];
      await client.query('begin');
      try {
        if (caller) await client.query('select tenancy.enter_tenant($1)', [signed(database.secretKey, caller)]);
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

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}

function signed(secretKey: Buffer, caller: Caller): string {
  return signContext(contextKey(deriveKey(secretKey, 'context')), caller, Date.now() + 60_000);
}
