import { randomUUID } from 'node:crypto';
import { cp, mkdir, realpath, rename, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { hasCode } from '../data-folder/has-code.ts';
import { canPass } from './can-pass.ts';
import { postgresFolder } from './postgres-folder.ts';
import { postgresUser, type SystemUser } from './postgres-user.ts';

/** Open to every user of the machine, so that root's Postgres, which runs as another user, can reach what lies here. */
const OPEN_FOLDER = '/var/lib/ringfence';

export interface PostgresPlace {
  /** The database cluster; not there before the first start. */
  readonly clusterFolder: string;
  readonly programs: string;
  readonly user: SystemUser;
}

/**
 * Decides where Postgres lies and as whom it runs. Below a folder that its user can't pass (root's home), programs and data
 * go to /var/lib/ringfence, and `postgres` in the data folder is a link to the data.
 */
export async function placePostgres(dataDir: string, log: (line: string) => void): Promise<PostgresPlace> {
  const wished = path.join(dataDir, 'postgres');
  const linked = await realpathIfThere(wished);
  const user = await postgresUser(linked ?? wished);
  const clusterFolder = linked ?? ((await canPass(dataDir, user)) ? wished : await linkToOpenFolder(wished, log));
  return { clusterFolder, programs: await reachablePrograms(user), user };
}

async function realpathIfThere(file: string): Promise<string | null> {
  try {
    return await realpath(file);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

async function linkToOpenFolder(wished: string, log: (line: string) => void): Promise<string> {
  const clusterFolder = path.join(OPEN_FOLDER, randomUUID());
  await mkdir(clusterFolder, { recursive: true, mode: 0o755 });
  await rm(wished, { force: true });
  await symlink(clusterFolder, wished);
  log(`Postgres can't run as root, and its own user can't reach ${wished}: the database lies in ${clusterFolder}.`);
  return clusterFolder;
}

async function reachablePrograms(user: SystemUser): Promise<string> {
  const programs = await postgresFolder();
  if (await canPass(await realpath(path.join(programs, 'bin')), user)) return programs;
  const version = path.basename(path.resolve(programs, '../../../..'));
  const copy = path.join(OPEN_FOLDER, `programs-${version}`);
  if ((await realpathIfThere(copy)) === null) await copyWhole(programs, copy);
  return copy;
}

/** Under another name first, so that a copy cut short is never taken for a whole one. */
async function copyWhole(from: string, to: string): Promise<void> {
  const draft = `${to}.${randomUUID()}`;
  await mkdir(OPEN_FOLDER, { recursive: true, mode: 0o755 });
  await cp(from, draft, { recursive: true, verbatimSymlinks: true });
  try {
    await rename(draft, to);
  } catch (error) {
    await rm(draft, { recursive: true });
    if (!hasCode(error, 'ENOTEMPTY') && !hasCode(error, 'EEXIST')) throw error;
  }
}
