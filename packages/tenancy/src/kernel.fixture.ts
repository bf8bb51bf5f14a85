import { openTenancies, testDatabase } from '@ringfence/testing/database';
import { seedOrganization, type SeededOrganization } from '@ringfence/testing/organizations';
import { Client } from 'pg';
import { afterAll } from 'vitest';
import { contextKey } from './context-key.ts';
import { deriveKey } from './derive-key.ts';
import { openTenancy, type Tenancy, type TenancyOptions } from './open-tenancy.ts';
import { signContext } from './sign-context.ts';

/** Two organisations with rows in every table, the kernel on the app's log-in, and somebody who sees all. */
export interface Kernel {
  readonly acme: SeededOrganization;
  readonly rival: SeededOrganization;
  readonly tenancy: Tenancy;
  readonly superuser: Client;
  readonly urls: Awaited<ReturnType<typeof testDatabase>>['urls'];
  /** The kernel on a log-in, as configured; closed with the file. */
  open(logIn: 'app' | 'worker' | 'service', options?: Partial<TenancyOptions>): Tenancy;
  /** A context as the application signs it, or as somebody without its key would. */
  sign(caller: Parameters<typeof signContext>[1], lifeMs?: number, secretKey?: Buffer): string;
}

/** One for a test file; everything is closed when the file is done. */
export async function kernel(): Promise<Kernel> {
  const database = await testDatabase();
  const seeding = openTenancies(database);
  const acme = await seedOrganization(seeding, 'Acme Ltd');
  const rival = await seedOrganization(seeding, 'Rival Ltd');
  await seeding.close();
  const superuser = new Client({ connectionString: database.urls.superuser });
  await superuser.connect();
  const opened: Tenancy[] = [];
  function open(logIn: 'app' | 'worker' | 'service', options: Partial<TenancyOptions> = {}): Tenancy {
    const tenancy = openTenancy({
      connectionString: database.urls[logIn],
      contextKey: deriveKey(database.secretKey, 'context'),
      ...options,
    });
    opened.push(tenancy);
    return tenancy;
  }
  afterAll(async () => {
    await Promise.all(opened.map((tenancy) => tenancy.close()));
    await superuser.end();
    await database.close();
  });
  return {
    acme,
    rival,
    superuser,
    urls: database.urls,
    open,
    tenancy: open('app'),
    sign: (caller, lifeMs = 60_000, secretKey = database.secretKey) =>
      signContext(contextKey(deriveKey(secretKey, 'context')), caller, Date.now() + lifeMs),
  };
}
