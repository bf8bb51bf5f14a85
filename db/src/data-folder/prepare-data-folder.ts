import { chmod, mkdir, realpath, stat } from 'node:fs/promises';

const PASS_THROUGH = 0o011;

/**
 * Makes the data folder where it is missing and returns its real path. Nobody else may list it; root's may be passed through,
 * for Postgres runs as a user of its own there.
 */
export async function prepareDataFolder(dataDir: string): Promise<string> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const folder = await realpath(dataDir);
  if (process.getuid?.() === 0) await chmod(folder, ((await stat(folder)).mode & 0o7777) | PASS_THROUGH);
  return folder;
}
