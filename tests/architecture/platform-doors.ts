import { importsOf } from './imports-of.ts';
import { resolveImport } from './place-of.ts';
import { isProof, type Rule } from './source-file.ts';

const PLATFORM = 'packages/platform/src/';

/** Inside the platform: no verb reaches up to a job or router, and what crosses tenants is never one router's import away. */
export const platformDoors: Rule = (files) =>
  files
    .filter((file) => file.path.startsWith(PLATFORM) && !isProof(file))
    .flatMap((file) =>
      importsOf(file)
        .map(({ target }) => resolveImport(file.path, target))
        .filter((target) => target !== null && isForbidden(file.path, target))
        .map((target) => `${file.path} imports ${target}`),
    );

function isForbidden(from: string, to: string): boolean {
  if (from.endsWith('.router.ts')) return /\/across-tenants\/|\.job\.ts$/.test(to);
  const isDoor = /\.job\.ts$|\/(router|jobs)\/|\/index\.ts$/.test(from);
  return !isDoor && /\.(job|router)\.ts$/.test(to);
}
