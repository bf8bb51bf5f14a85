import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Caller, openTenancy, type Tenancy, Trips } from '@ringfence/tenancy';
import { Client } from 'pg';
import { installNotes } from './install-notes.ts';
import { notesRouter } from './notes-router.ts';
import { createCallerFactory, router } from './org-procedure.ts';

const PATIENCE_MS = 20_000;
const callRouter = createCallerFactory(router({ notes: notesRouter }));

/** The notes installed in the database that `DATABASE_URL` names, whose role may create roles and owns it. */
export async function notesDatabase() {
  const databaseUrl = process.env['DATABASE_URL'];
  if (!databaseUrl) throw new TypeError('DATABASE_URL: expected an empty database whose role owns it and may create roles.');
  const contextKey = randomBytes(32);
  const passwords = { app: 'notes-app', worker: 'notes-worker' };
  const install = (keys: { contextKey: Buffer; previousContextKey?: Buffer }) => installNotes({ databaseUrl, passwords, ...keys });
  await install({ contextKey });
  const appUrl = logInUrl(databaseUrl, 'notes_app', passwords.app);
  const workerUrl = logInUrl(databaseUrl, 'notes_worker', passwords.worker);
  const opened: Tenancy[] = [];
  function open(connectionString: string, key = contextKey): Tenancy {
    const tenancy = openTenancy({ connectionString, contextKey: key, maxConnections: 2 });
    opened.push(tenancy);
    return tenancy;
  }
  const [owner, stranger] = [new Client({ connectionString: databaseUrl }), new Client({ connectionString: appUrl })];
  await Promise.all([owner.connect(), stranger.connect()]);
  await owner.query('set role notes_owner');
  const app = open(appUrl);

  return {
    app,
    appUrl,
    workerUrl,
    contextKey,
    install,
    open,
    asOwner: async <Row>(text: string, values: readonly unknown[] = []) => asRows<Row>((await owner.query(text, [...values])).rows),
    withoutTenant: async (text: string) => (await stranger.query(text)).rows,
    async found(name: string): Promise<Caller> {
      const userId = randomUUID();
      const [made] = await app.lookup<{ org_id: string }>('found_organization', name, userId);
      return { orgId: made?.org_id ?? '', actor: { kind: 'user', id: userId } };
    },
    /** The procedures as one request of this caller, and its journeys. */
    request(caller: Caller) {
      const trips = new Trips();
      return { notes: callRouter({ tenancy: app, caller, trips }).notes, trips };
    },
    async until(what: string, isTrue: () => Promise<boolean>) {
      const last = Date.now() + PATIENCE_MS;
      while (!(await isTrue())) {
        if (Date.now() > last) throw new Error(`in vain: ${what}`);
        await pause(50);
      }
    },
    async close() {
      await Promise.all([...opened.map((tenancy) => tenancy.close()), owner.end(), stranger.end()]);
    },
  };
}

function logInUrl(databaseUrl: string, user: string, password: string): string {
  const url = new URL(databaseUrl);
  url.username = user;
  url.password = password;
  return url.href;
}

/** Safe: each query names its columns as its row type has them. */
function asRows<Row>(rows: unknown): Row[] {
  return rows as Row[];
}
