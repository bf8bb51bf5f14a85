import type { TestProject } from 'vitest/node';
import type {} from './packages/testing/src/database/index.ts'; // declares what is provided
import { startTemporaryPostgres } from './db/src/embedded/index.ts';

/** One Postgres for the whole run; each test file makes databases of its own on it (`@ringfence/testing/database`). */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startTemporaryPostgres();
  project.provide('databaseUrl', postgres.databaseUrl);
  return postgres.stop;
}
