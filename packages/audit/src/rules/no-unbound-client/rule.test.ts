import { proveRule } from '../../eslint/prove-rule.fixture.ts';

const CLEAN = `import type { Pool } from 'pg';
import { type Client } from 'pg';
import { and, eq } from 'drizzle-orm';
import { pgTable } from 'drizzle-orm/pg-core';
import type { TenantDb } from '@ringfence/tenancy';
export const list = (db: TenantDb, pool: Pool, client: Client) => [db, pool, client, and(eq(1, 1)), pgTable('a', {})];
`;

proveRule({ rule: 'no-unbound-client', options: [{ modules: ['@acme/database'] }] }, CLEAN, [
  {
    name: 'a driver',
    sinned: `import { Pool } from 'pg'; // found
import postgres from 'postgres'; // found
import { drizzle } from 'drizzle-orm/node-postgres'; // found
import 'pg-native'; // found
export { Client } from 'pg'; // found
const later = () => import('postgres'); // found
const old = require('pg'); // found
import { client } from '@acme/database'; // found
export const db = drizzle(new Pool()); // found
export const all = [postgres, later, old, client];
`,
    mended: `import type { TenantDb } from '@ringfence/tenancy';
import { openTenancy } from '@ringfence/tenancy';
export const all = (db: TenantDb) => [db, openTenancy];
`,
    lookAlike: `import { Pool } from './pool-of-workers.ts';
import { drizzle } from './rain.ts';
import pg from './pg.ts';
export const all = [new Pool(), drizzle('pg'), pg, import('./postgres.ts')];
`,
  },
  {
    name: 'a client that is imported instead of handed down',
    sinned: `import { db } from '../database.ts'; // found
import { eq } from 'drizzle-orm';
import {
  pool as connections, // found
} from '../pool.ts';
export const list = [db, connections, eq];
`,
    mended: `import { eq } from 'drizzle-orm';
export const list = (db: object) => [db, eq];
`,
    lookAlike: `import type { db } from '../database.ts';
import { type pool } from '../pool.ts';
import { databaseName } from '../names.ts';
export const list = (a: typeof db, b: typeof pool) => [a, b, databaseName];
`,
  },
]);
