import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { readOrCreateSecrets } from '../data-folder/read-or-create-secrets.ts';
import { embeddedUrl } from './embedded-url.ts';
import { findPostmaster } from './find-postmaster.ts';

/** The superuser's address of the Postgres that runs on this data folder, or null if none does. */
export async function attachEmbeddedPostgres({ dataDir }: { dataDir: string }): Promise<string | null> {
  const cluster = path.join(dataDir, 'postgres');
  if (!existsSync(cluster)) return null;
  const postmaster = await findPostmaster(await realpath(cluster));
  if (!postmaster?.isReady) return null;
  const { superuserPassword } = await readOrCreateSecrets(dataDir);
  return embeddedUrl(postmaster.port, superuserPassword);
}
