import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import type {} from './packages/testing/src/database/index.ts'; // declares what is provided
import type {} from './tests/journeys/system/prepared-data.ts';
import { prepareDataFolder } from './db/src/data-folder/index.ts';
import { startTemporaryPostgres } from './db/src/embedded/index.ts';

/** One Postgres for the whole run; each test file makes databases of its own on it (`@ringfence/testing/database`). */
export default async function prepareRun(project: TestProject): Promise<() => Promise<void>> {
  const journeysFolder = await prepareDataFolder(await mkdtemp(path.join(tmpdir(), 'ringfence-journeys-')));
  const postgres = await startTemporaryPostgres();
  project.provide('databaseUrl', postgres.databaseUrl);
  project.provide('journeysFolder', journeysFolder);
  return async () => {
    await postgres.stop();
    await rm(journeysFolder, { recursive: true, force: true });
  };
}
