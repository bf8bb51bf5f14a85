import type { Query } from '../query.ts';
import { applyMigrations } from './apply-migrations.ts';
import { ensureMembership } from './ensure-membership.ts';
import { ensureRole } from './ensure-role.ts';
import { grantEntry } from './grant-entry.ts';
import { inTurn } from './in-turn.ts';
import { installContextKeys } from './install-context-keys.ts';
import { prepareDatabase } from './prepare-database.ts';
import { readMigrations, TENANCY_MIGRATIONS } from './read-migrations.ts';
import { plainName } from './sql-text.ts';
import { undoneAfterwards } from './undone-afterwards.ts';

/** A role that programs log in as. It will own nothing, and pass no policy. */
export interface LogInRole {
  readonly name: string;
  /** For a role that doesn't exist yet. */
  readonly password: string;
}

export interface InstallOptions {
  /** What `openTenancy` will sign with: 32 to 64 bytes that nobody else knows. */
  readonly contextKey: Buffer;
  /** Stays valid beside it while programs that sign with it still run. */
  readonly previousContextKey?: Buffer | undefined;
  /** The role that everything will belong to. Nobody logs in as it. */
  readonly owner: string;
  /** The role of `tenancy.admit`, which looks before there is a tenant: give it a policy on the tables that say who belongs. */
  readonly lookup: string;
  readonly logIns: readonly LogInRole[];
  /** A folder of the application's own `.sql` files, which are applied after the kernel's, as the owner. */
  readonly migrations?: URL | undefined;
  /** The schema of the table that records what was applied. */
  readonly journal?: string;
  readonly log?: (line: string) => void;
}

/**
 * Brings a database up to date: roles, the kernel's SQL, the application's, context keys. Safe to run twice and at the same time. `query`
 * must speak over one connection, without a pooler, as a role that may create roles and owns the database; no superuser is needed.
 * @throws InstallRefused for a step that was changed, a database that is ahead, or keys that don't fit.
 */
export async function installTenancy(query: Query, options: InstallOptions): Promise<{ applied: number }> {
  const { owner, lookup, logIns, migrations, log = () => {}, journal = 'tenancy_journal' } = options;
  return inTurn(query, async () => {
    await ensureRoles(query, options);
    await prepareDatabase(query, owner);
    return asOwner(query, owner, async () => {
      const how = { owner, journal, log };
      const kernel = await applyMigrations(query, { migrations: await readMigrations('tenancy', TENANCY_MIGRATIONS), ...how });
      await grantEntry(
        query,
        logIns.map(({ name }) => name),
        lookup,
      );
      const own = migrations ? await applyMigrations(query, { migrations: await readMigrations('own', migrations), ...how }) : 0;
      await installContextKeys(query, options.contextKey, options.previousContextKey);
      return { applied: kernel + own };
    });
  });
}

async function ensureRoles(query: Query, { owner, lookup, logIns }: InstallOptions): Promise<void> {
  await ensureRole(query, owner);
  await ensureRole(query, lookup);
  for (const { name, password } of logIns) await ensureRole(query, name, password);
  await ensureMembership(query, owner);
  await ensureMembership(query, lookup, owner);
}

async function asOwner<T>(query: Query, owner: string, work: () => Promise<T>): Promise<T> {
  await query(`set role ${plainName(owner)}`);
  return undoneAfterwards(work, () => query('reset role'));
}
