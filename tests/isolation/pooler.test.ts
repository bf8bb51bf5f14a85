import { setTimeout as pause } from 'node:timers/promises';
import { leads } from '@ringfence/db/schema';
import { openTenancy, deriveKey } from '@ringfence/tenancy';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attackedPlatform, type AttackedPlatform } from './api/attacked-platform.ts';
import { callProcedure } from './api/call-procedure.ts';
import { inputOf } from './api/input-of.ts';
import { namesOfNobody } from './api/names.ts';
import { PROCEDURE_CASES } from './api/procedure-cases.ts';
import { PROCEDURES } from './api/procedures.ts';
import { findPgBouncer, type PgBouncer, startPgBouncer } from './pooler/start-pgbouncer.ts';

const program = await findPgBouncer();

describe.skipIf(program === null)('ATK-045 through a PgBouncer in transaction mode (skipped where none is installed)', () => {
  let pooler: PgBouncer;
  let world: AttackedPlatform;
  beforeAll(async () => {
    world = await attackedPlatform({
      async pooled({ app, worker }) {
        pooler = await startPgBouncer(program ?? '', [app, worker]);
        return pooler.through(app);
      },
    });
  }, 120_000);
  afterAll(async () => {
    await world.close();
    await pooler.stop();
  });

  function openPooled(maxConnections: number) {
    const { urls, secretKey } = world.platform.database;
    return openTenancy({ connectionString: pooler.through(urls.app), contextKey: deriveKey(secretKey, 'context'), maxConnections });
  }

  test(
    'many more clients than connections: reads, transactions and one-trip writes of two organisations never meet',
    { timeout: 60_000 },
    async () => {
      const tenancies = Array.from({ length: 4 }, () => openPooled(5));
      const organizations = [world.a.seeded, world.b.seeded] as const;
      const visits = Array.from({ length: 400 }, async (_, index) => {
        const tenancy = tenancies[index % 4];
        const { orgId, owner } = organizations[index % 2 === 0 ? 0 : 1];
        if (!tenancy) return [];
        if (index % 3 === 0) {
          const [rows, again] = await tenancy.readInTenant(owner, (db) => Promise.all([db.select().from(leads), db.select().from(leads)]));
          return [...rows, ...again].map((row) => row.orgId === orgId);
        }
        if (index % 3 === 1) {
          const [made] = await tenancy.inTenant(
            owner,
            (db) =>
              db
                .insert(leads)
                .values({ orgId, name: 'New', phone: `+4915130000${String(index).padStart(3, '0')}` })
                .returning(),
            { isOneTrip: true },
          );
          return [made?.orgId === orgId];
        }
        return tenancy.inTenant(owner, async (db) => {
          const before = await db.select().from(leads);
          await pause(Math.random() * 5);
          return [...before, ...(await db.select().from(leads))].map((row) => row.orgId === orgId);
        });
      });
      const seen = (await Promise.all(visits)).flat();
      expect(seen.length).toBeGreaterThan(400);
      expect(seen.filter((isOwn) => !isOwn)).toEqual([]);
      await Promise.all(tenancies.map((tenancy) => tenancy.close()));
    },
  );

  test('the limits hold for a transaction, and no setting and no statement stays for another client', async () => {
    const tenancy = openPooled(2);
    const limits = sql`select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock`;
    const inside = await tenancy.readInTenant(world.a.seeded.owner, (db) => db.execute(limits));
    expect(inside.rows).toEqual([{ statement: '20s', lock: '5s' }]);
    for (let turn = 0; turn < 6; turn += 1) {
      const [left] = await tenancy.lookup<{ auth_org_id: string | null }>('auth_org_id');
      expect(left).toEqual({ auth_org_id: null });
    }
    const prepared = await tenancy.readInTenant(world.a.seeded.owner, (db) => db.execute(sql`select name from pg_prepared_statements`));
    expect(prepared.rows).toEqual([]);
    await tenancy.close();
  });

  test('the whole API tells nobody of another organisation, and answers its own', { timeout: 120_000 }, async () => {
    const names = await world.namesOf(world.a);
    for (const procedure of PROCEDURES) {
      const { path, kind } = procedure;
      const ask = (token: string, asked: typeof names) => callProcedure(world.platform.url, kind, path, token, inputOf(procedure, asked));
      const foreign = await ask(world.b.token, names);
      if (PROCEDURE_CASES[path] !== null) expect(foreign, path).toEqual(await ask(world.b.token, namesOfNobody(names)));
      expect(foreign.body, path).not.toContain('Victim');
    }
    for (const procedure of PROCEDURES.filter(({ kind }) => kind === 'query')) {
      const own = await callProcedure(world.platform.url, procedure.kind, procedure.path, world.a.token, inputOf(procedure, names));
      expect(own.status, `${procedure.path} ${own.body}`).toBe(200);
    }
  });
});
