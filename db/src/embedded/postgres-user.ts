import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { hasCode } from '../data-folder/has-code.ts';

const run = promisify(execFile);
const NAME = 'postgres';

/** As whom a process runs; empty: as ourselves. */
export type SystemUser = { readonly uid: number; readonly gid: number } | { readonly uid?: never; readonly gid?: never };

/**
 * As whom Postgres runs, which refuses root: under root the owner of `clusterFolder`, or for a new one the system's user
 * `postgres`, made where it is missing.
 */
export async function postgresUser(clusterFolder: string): Promise<SystemUser> {
  if (process.getuid?.() !== 0) return {};
  const owner = await ownerOf(clusterFolder);
  return owner ?? (await userNamed(NAME)) ?? (await makeUser());
}

async function ownerOf(folder: string): Promise<SystemUser | null> {
  try {
    const { uid, gid } = await stat(folder);
    return uid === 0 ? null : { uid, gid };
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

async function userNamed(name: string): Promise<SystemUser | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}

async function makeUser(): Promise<SystemUser> {
  await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME]);
  const made = await userNamed(NAME);
  if (!made) throw new Error(`The system user ${NAME} was made and isn't there.`);
  return made;
}
