import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { hasCode } from '../data-folder/has-code.ts';
import { ConfigurationFailure } from '../configuration/configuration-failure.ts';
import type { PostgresPlace } from './place-postgres.ts';
import type { SystemUser } from './postgres-user.ts';

const run = promisify(execFile);
export const SUPERUSER = 'postgres';
const MAJOR_VERSION = '18';

export interface ClusterOptions {
  readonly password: string;
  readonly flags?: readonly string[];
}

/** Makes the cluster unless it is there. It is made under another name first: a run cut short leaves nothing that looks whole. */
export async function initialiseCluster(
  { clusterFolder, programs, user }: PostgresPlace,
  { password, flags = [] }: ClusterOptions,
): Promise<void> {
  if (await isInitialised(clusterFolder)) return;
  const draft = `${clusterFolder}.new`;
  const passwordFile = path.join(tmpdir(), `ringfence-${randomUUID()}`);
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  try {
    await giveTo(user, draft);
    await giveTo(user, passwordFile);
    const settings = ['--auth=scram-sha-256', '--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
    const args = [`--pgdata=${draft}`, `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, ...settings, ...flags];
    await run(path.join(programs, 'bin/initdb'), args, { ...user, cwd: '/', env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' } });
  } finally {
    await rm(passwordFile);
  }
  await rename(draft, clusterFolder);
}

async function giveTo({ uid, gid }: SystemUser, file: string): Promise<void> {
  if (uid !== undefined) await chown(file, uid, gid);
}

/** @throws ConfigurationFailure for a cluster of another major version. */
async function isInitialised(clusterFolder: string): Promise<boolean> {
  try {
    const version = (await readFile(path.join(clusterFolder, 'PG_VERSION'), 'utf8')).trim();
    if (version === MAJOR_VERSION) return true;
    throw new ConfigurationFailure(
      `The database in ${clusterFolder} was made by PostgreSQL ${version}, and this Ringfence brings ${MAJOR_VERSION}: start it with the Ringfence that made it.`,
    );
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    if (hasCode(error, 'EACCES')) {
      throw new ConfigurationFailure(
        `The database in ${clusterFolder} belongs to another user: start Ringfence as the user who made it, or set RINGFENCE_DATA_DIR.`,
      );
    }
    throw error;
  }
}
