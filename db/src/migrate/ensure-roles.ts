import { ensureMembership, ensureRole, type Query } from '@ringfence/tenancy/install';
import { LOG_INS, type LogIn } from './log-ins.ts';

/** What a role's sessions begin with. */
const SETTINGS: Readonly<Record<string, readonly string[]>> = {
  ringfence_app: ['statement_timeout=15s', 'lock_timeout=5s', 'idle_in_transaction_session_timeout=30s'],
  ringfence_worker: ['lock_timeout=5s', 'idle_in_transaction_session_timeout=60s'],
};

/** Makes the roles that are missing. Works without a superuser: the migrating role needs CREATEROLE. */
export async function ensureRoles(query: Query, passwords: Readonly<Record<LogIn, string>>): Promise<void> {
  await ensureRole(query, 'ringfence_owner');
  await ensureRole(query, 'ringfence_lookup');
  for (const logIn of Object.keys(LOG_INS) as LogIn[]) await ensureRole(query, LOG_INS[logIn], passwords[logIn]);
  await ensureMembership(query, 'ringfence_owner');
  await ensureMembership(query, 'ringfence_lookup', 'ringfence_owner');
  for (const [role, settings] of Object.entries(SETTINGS)) await ensureSettings(query, role, settings);
}

/** Only what is missing: two databases of one cluster may migrate at once, and only who may alter a role need be able to. */
async function ensureSettings(query: Query, role: string, settings: readonly string[]): Promise<void> {
  const [found] = await query<{ config: string[] | null }>('select rolconfig as config from pg_roles where rolname = $1', [role]);
  for (const setting of settings) {
    const [name, value] = setting.split('=');
    if (!found?.config?.includes(setting)) await query(`alter role ${role} set ${name} = '${value}'`);
  }
}
