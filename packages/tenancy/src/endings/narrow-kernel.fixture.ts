import { sql } from 'drizzle-orm';
import { expect, vi } from 'vitest';
import type { TenantDb } from '../drizzle/tenant-db.ts';
import { kernel, type Kernel } from '../kernel.fixture.ts';
import type { Tenancy, TenancyOptions } from '../open-tenancy.ts';
import { leads } from '../tables.fixture.ts';
import { watchProcess } from './watch-process.fixture.ts';

/** The kernel on one connection, so that whatever an ending leaves behind meets the next organisation. */
export interface NarrowKernel extends Kernel {
  narrow(options?: Partial<TenancyOptions>): Tenancy;
  /** A lead that must never be found again. */
  lost(): typeof leads.$inferInsert;
  /** Waits until a backend of the kernel runs something like this, and gives its process. */
  running(tenancy: Tenancy, like: string): Promise<number>;
  /** Ends a backend, and waits until it is gone. */
  kill(pid: unknown): Promise<void>;
  /** The connection serves the other organisation rightly, nothing was written, and nobody is left in a transaction. */
  expectClean(tenancy: Tenancy): Promise<void>;
}

export async function narrowKernel(): Promise<NarrowKernel> {
  const made = await kernel();
  const { acme, rival, superuser } = made;
  const watch = watchProcess();
  const names = new Map<Tenancy, string>();
  let phones = 0;

  async function backends(condition: string): Promise<number[]> {
    const { rows } = await superuser.query<{ pid: number }>(
      `select pid from pg_stat_activity where usename = 'ringfence_app' and datname = current_database() and ${condition}`,
    );
    return rows.map(({ pid }) => pid);
  }

  return {
    ...made,
    narrow(options = {}) {
      const applicationName = `narrow ${names.size}`;
      const tenancy = made.open('app', { maxConnections: 1, applicationName, connectLimitMs: 5_000, ...options });
      names.set(tenancy, applicationName);
      return tenancy;
    },
    lost: () => ({ orgId: acme.orgId, name: 'Lost', phone: `+49151${String((phones += 1)).padStart(8, '0')}` }),
    running: (tenancy, like) =>
      vi.waitFor(async () => {
        const [pid] = await backends(`application_name = '${names.get(tenancy)}' and state = 'active' and query like '%${like}%'`);
        if (pid === undefined) throw new Error(`nothing like ${like} is running`);
        return pid;
      }, WAIT),
    async kill(pid) {
      await superuser.query('select pg_terminate_backend($1, 5000)', [pid]);
    },
    async expectClean(tenancy) {
      const seen = async (db: Pick<TenantDb, 'select'>) => db.select({ orgId: leads.orgId }).from(leads);
      expect(await tenancy.readInTenant(rival.owner, seen)).toEqual([{ orgId: rival.orgId }]);
      expect(await tenancy.inTenant(rival.owner, seen)).toEqual([{ orgId: rival.orgId }]);
      expect(await tenancy.inTenant(rival.owner, seen, { isOneTrip: true })).toEqual([{ orgId: rival.orgId }]);
      expect(await tenancy.lookup('auth_org_id'), 'without a tenant').toEqual([{ auth_org_id: null }]);
      const setting = await tenancy.inTenant(rival.owner, (db) => db.execute(sql`select current_setting('search_path') as path`));
      expect(setting.rows).toEqual([{ path: '"$user", public' }]);
      const { rows } = await superuser.query(`select count(*)::int as lost from public.leads where name = 'Lost'`);
      expect(rows).toEqual([{ lost: 0 }]);
      await vi.waitFor(async () => {
        expect(await backends(`state like 'idle in transaction%'`)).toEqual([]);
        expect((await backends(`application_name = '${names.get(tenancy)}'`)).length, 'connections').toBeLessThanOrEqual(1);
      }, WAIT);
      await watch.expectQuiet();
    },
  };
}

const WAIT = { timeout: 10_000, interval: 20 };
