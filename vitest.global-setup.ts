import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import type {} from './packages/testing/src/database/index.ts'; // declares what is provided
import type {} from './tests/journeys/system/prepared-data.ts';
import { startTemporaryPostgres } from './db/src/embedded/index.ts';

/** Passed through, not listed, by the user as whom root's Postgres runs. */
const PASSABLE = 0o711;

/** One Postgres for the whole run; each test file makes databases of its own on it (`@ringfence/testing/database`). */
export default async function prepareRun(project: TestProject): Promise<() => Promise<void>> {
  const journeysFolder = await mkdtemp(path.join(tmpdir(), 'ringfence-journeys-'));
  await chmod(journeysFolder, PASSABLE);
  const postgres = await startTemporaryPostgres();
  project.provide('databaseUrl', postgres.databaseUrl);
  project.provide('journeysFolder', journeysFolder);
  return async () => {
    await postgres.stop();
    await rm(journeysFolder, { recursive: true, force: true });
  };
}
