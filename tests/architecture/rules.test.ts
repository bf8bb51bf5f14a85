import { describe, expect, test } from 'vitest';
import { unusedInCatalog } from './catalog-use.ts';
import { dashboardFeatures } from './dashboard-features.ts';
import { databaseDrivers } from './database-drivers.ts';
import { defaultExports } from './default-exports.ts';
import { dependencyVersions } from './dependency-versions.ts';
import { environmentAccess } from './environment-access.ts';
import { fileNames } from './file-names.ts';
import { importCycles } from './import-cycles.ts';
import { importDirection } from './import-direction.ts';
import { ownIndex } from './own-index.ts';
import { platformDoors } from './platform-doors.ts';
import { readSources } from './read-sources.ts';
import type { Rule, SourceFile } from './source-file.ts';

const code = readSources(/\.(ts|tsx|mts)$/);
const everything = readSources(/./);
const manifests = readSources(/(^|\/)package\.json$/);
const workspace = readSources(/^pnpm-workspace\.yaml$/);

interface Case {
  readonly name: string;
  readonly rule: Rule;
  readonly files: readonly SourceFile[];
  /** Each alone must be found. */
  readonly sins: readonly (readonly SourceFile[])[];
  /** Look-alikes that are right. */
  readonly innocent: readonly SourceFile[];
}

function file(path: string, source = ''): SourceFile {
  return { path, source };
}

const CASES: readonly Case[] = [
  {
    name: 'imports between packages go one way',
    rule: importDirection,
    files: code,
    sins: [
      [file('packages/domain/src/a.ts', `import { x } from '@ringfence/db';`)],
      [file('packages/client/src/a.ts', `import { appRouter } from '@ringfence/platform/router';`)],
      [file('packages/client/src/a.ts', `import { type AppRouter, appRouter } from '@ringfence/platform/router';`)],
      [file('packages/platform/src/calls/list-calls.ts', `import { fetchSound } from '@ringfence/telephony/fetch';`)],
      [file('packages/platform/src/calls/calls.router.ts', `import { calls } from '@ringfence/db/schema';`)],
      [file('packages/platform/src/calls/calls.router.ts', `import type { TenantDb } from '@ringfence/tenancy';`)],
      [file('packages/platform/src/recordings/store.job.ts', `import { openStorage } from '@ringfence/storage';`)],
      [file('packages/platform/src/recordings/store.job.ts', `import { openTenancy } from '@ringfence/tenancy';`)],
      [file('apps/server/src/a.ts', `import {\n  startWorker,\n} from '@ringfence/worker';`)],
      [file('apps/dashboard/src/a.tsx', `const later = () => import('@ringfence/identity');`)],
      [file('packages/identity/src/a.ts', `import { x } from '@ringfence/identity/tokens';`)],
    ],
    innocent: [
      file('packages/client/src/a.ts', `import type { AppRouter } from '@ringfence/platform/router';`),
      file('packages/platform/src/recordings/store.job.ts', `import { type Storage } from '@ringfence/storage';`),
      file('packages/domain/src/a.test.ts', `import { x } from '@ringfence/testing/database';`),
      file('packages/domain/src/a.ts', `// import { x } from '@ringfence/db';`),
    ],
  },
  {
    name: 'the platform is entered by its doors',
    rule: platformDoors,
    files: code,
    sins: [
      [file('packages/platform/src/calls/calls.router.ts', `import { acrossTenants } from '../across-tenants/across-tenants.ts';`)],
      [file('packages/platform/src/calls/get-call.ts', `import { callsRouter } from './calls.router.ts';`)],
    ],
    innocent: [file('packages/platform/src/calls/calls.router.ts', `import { getCall } from './get-call.ts';`)],
  },
  {
    name: 'only the kernel opens connections',
    rule: databaseDrivers,
    files: code,
    sins: [
      [file('packages/platform/src/calls/a.ts', `import { Pool } from 'pg';`)],
      [file('apps/server/src/a.ts', `import postgres from 'postgres';`)],
      [file('packages/tenancy/src/a.ts', `import postgres from 'postgres';`)],
      [file('db/src/schema/a.ts', `import { Pool } from 'pg';`)],
      [file('apps/server/src/a.ts', `import { betterAuth } from 'better-auth/minimal';`)],
    ],
    innocent: [
      file('packages/tenancy/src/a.ts', `import { Pool } from 'pg';`),
      file('packages/telephony/src/a.ts', `import type { Pool } from 'pg';`),
    ],
  },
  {
    name: 'inside a package the file itself is imported',
    rule: ownIndex,
    files: code,
    sins: [[file('packages/domain/src/calls/a.ts', `import { x } from '../leads/index.ts';`)]],
    innocent: [
      file('packages/domain/src/index.ts', `export * from './calls/index.ts';`),
      file('packages/domain/src/a.ts', `import { x } from './calls/x.ts';`),
    ],
  },
  {
    name: 'no file imports itself by way of others',
    rule: importCycles,
    files: code,
    sins: [
      [
        file('db/src/a.ts', `import { b } from './b.ts';`),
        file('db/src/b.ts', `import type { C } from './c/c.ts';`),
        file('db/src/c/c.ts', `export { a } from '../a.ts';`),
      ],
    ],
    innocent: [file('db/src/a.ts', `import { b } from './b.ts';`), file('db/src/b.ts')],
  },
  {
    name: 'features of the dashboard stand alone',
    rule: dashboardFeatures,
    files: code,
    sins: [[file('apps/dashboard/src/features/calls/a.tsx', `import { b } from '../recordings/b.tsx';`)]],
    innocent: [file('apps/dashboard/src/features/calls/a.tsx', `import { b } from './b.tsx';`)],
  },
  {
    name: 'names say what is inside',
    rule: fileNames,
    files: everything,
    sins: [
      [file('packages/domain/src/utils.ts')],
      [file('db/src/helpers/a.ts')],
      [file('apps/cli/src/listCalls.ts')],
      [file('apps/dashboard/src/CallList.tsx')],
    ],
    innocent: [file('packages/domain/src/calls/call-status.test.ts'), file('db/migrations/0001_ids.sql'), file('README.md')],
  },
  {
    name: 'the environment is read in env.ts alone',
    rule: environmentAccess,
    files: code,
    sins: [[file('apps/server/src/main.ts', 'const port = process.env.PORT;')]],
    innocent: [file('apps/server/src/env.ts', 'const port = process.env.PORT;')],
  },
  {
    name: 'nothing is exported by default',
    rule: defaultExports,
    files: code,
    sins: [[file('apps/server/src/a.ts', 'export default 1;')], [file('apps/server/src/a.ts', 'export { a as default };')]],
    innocent: [file('apps/dashboard/vite.config.ts', 'export default {};')],
  },
  {
    name: 'every dependency has one version',
    rule: dependencyVersions,
    files: manifests,
    sins: [
      [file('db/package.json', '{"dependencies": {"pg": "^8.0.0"}}')],
      [file('db/package.json', '{"devDependencies": {"@ringfence/domain": "0.0.0"}}')],
    ],
    innocent: [file('db/package.json', '{"dependencies": {"pg": "catalog:", "@ringfence/domain": "workspace:*"}}')],
  },
];

describe.each(CASES)('$name', ({ rule, files, sins, innocent }) => {
  test('here', () => {
    expect(files.length).toBeGreaterThan(0);
    expect(rule(files)).toEqual([]);
  });

  test('and what breaks it is found', () => {
    expect(sins.filter((sin) => rule(sin).length === 0)).toEqual([]);
  });

  test('and what only looks like it is left in peace', () => {
    expect(rule(innocent)).toEqual([]);
  });
});

test('the catalog holds nothing that no package asks for', () => {
  const [catalog] = workspace;
  expect(catalog && unusedInCatalog(catalog, manifests)).toEqual([]);
  const sinned = file('pnpm-workspace.yaml', `catalog:\n  '@scope/left-over': 1.0.0\n  pg: 8.0.0\n\n`);
  expect(unusedInCatalog(sinned, [file('db/package.json', '{"dependencies": {"pg": "catalog:"}}')])).toEqual(['@scope/left-over']);
});
