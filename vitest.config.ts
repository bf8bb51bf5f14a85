import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** One more than there are cores: journeys wait for starts and pages, and leave a core idle meanwhile. */
const WORKERS = Math.min(availableParallelism() + 1, 4);

export default defineConfig({
  test: {
    globalSetup: './vitest.global-setup.ts',
    pool: 'forks',
    // A file that loads the product anew takes longer to load than to run.
    isolate: false,
    maxWorkers: WORKERS,
    projects: [
      {
        extends: true,
        test: {
          name: 'units',
          include: ['{apps,packages}/*/src/**/*.test.{ts,tsx}', 'db/src/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { name: 'whole', include: ['tests/**/*.test.ts', 'bench/src/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 180_000 },
      },
    ],
  },
});
