import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { CreateConnection } from '@ringfence/domain/connections';
import type { Role } from '@ringfence/domain/members';
import { createSealing, type Identity, openIdentity } from '@ringfence/identity';
import { createConnection } from '@ringfence/platform/connections';
import { addMember } from '@ringfence/platform/members';
import { createOrganization } from '@ringfence/platform/organizations';
import { createLogger } from '@ringfence/telemetry';
import { openTenancies, testDatabase, type TestDatabase, type TestTenancies } from '@ringfence/testing/database';
import { createServer, type Server, type ServerOptions } from './server.ts';

export const PUBLIC_URL = 'https://ringfence.test';

export interface TestMember {
  readonly orgId: string;
  readonly userId: string;
  readonly token: string;
}

export interface RunningServer {
  readonly server: Server;
  readonly url: string;
  readonly database: TestDatabase;
  readonly tenancies: TestTenancies;
  readonly identity: Identity;
  readonly storageUrl: string;
  /** The lines of the log so far. */
  readonly log: string[];
  createOrganization(name?: string): Promise<TestMember>;
  addMember(orgId: string, role: Role): Promise<TestMember>;
  createConnection(owner: TestMember, input: CreateConnection): Promise<{ id: string; secret: string }>;
  close(): Promise<void>;
}

/** A server in this process, on a database and a folder of its own. */
export async function runServer(
  optionsFor: (database: TestDatabase) => Partial<ServerOptions> | Promise<Partial<ServerOptions>> = () => ({}),
): Promise<RunningServer> {
  const database = await testDatabase();
  const tenancies = openTenancies(database);
  const { urls, secretKey } = database;
  const folder = await mkdtemp(join(tmpdir(), 'ringfence-server-'));
  const storageUrl = `file:${join(folder, 'recordings')}`;
  const log: string[] = [];
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      log.push(chunk.toString());
      done();
    },
  });
  const server = createServer({
    host: '127.0.0.1',
    port: 0,
    publicUrl: PUBLIC_URL,
    trustedProxies: [],
    appDatabaseUrl: urls.app,
    directDatabaseUrl: urls.app,
    identityDatabaseUrl: urls.identity,
    serviceDatabaseUrl: urls.service,
    secretKey,
    storageUrl,
    dashboardFolder: join(folder, 'dashboard'),
    logger: createLogger({ level: 'info', name: 'server', destination }),
    ...(await optionsFor(database)),
  });
  const identity = openIdentity({ databaseUrl: urls.identity, secretKey, publicUrl: PUBLIC_URL });
  const url = await server.listen();

  async function asMember(orgId: string, userId: string): Promise<TestMember> {
    return { orgId, userId, token: await identity.signToken({ userId, orgId, ttlSeconds: 600 }) };
  }

  return {
    server,
    url,
    database,
    tenancies,
    identity,
    storageUrl,
    log,
    async createOrganization(name = 'Acme Ltd') {
      const userId = randomUUID();
      const { orgId } = await createOrganization(tenancies.app, { name, timeZone: 'Europe/Berlin' }, userId);
      return asMember(orgId, userId);
    },
    async addMember(orgId, role) {
      const userId = randomUUID();
      await tenancies.service.inTenant({ orgId, actor: { kind: 'operator', id: 'test' } }, (db) => addMember(db, { userId, role }));
      return asMember(orgId, userId);
    },
    createConnection: ({ orgId, userId }, input) =>
      tenancies.app.inTenant({ orgId, actor: { kind: 'user', id: userId } }, (db) => createConnection(db, input, createSealing(secretKey))),
    async close() {
      await server.close();
      await Promise.all([identity.close(), tenancies.close()]);
      await database.close();
      await rm(folder, { recursive: true });
    },
  };
}
