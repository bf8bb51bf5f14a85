import { importsOf } from './imports-of.ts';
import { resolveImport } from './place-of.ts';
import { isProof, type Rule } from './source-file.ts';

const FEATURE = /^apps\/dashboard\/src\/features\/([^/]+)\//;

/** Features of the dashboard don't know each other; routes put them together. */
export const dashboardFeatures: Rule = (files) =>
  files
    .filter((file) => FEATURE.test(file.path) && !isProof(file))
    .flatMap((file) =>
      importsOf(file)
        .map(({ target }) => resolveImport(file.path, target))
        .filter((target) => target !== null && isOtherFeature(file.path, target))
        .map((target) => `${file.path} imports ${target}`),
    );

function isOtherFeature(from: string, to: string): boolean {
  const other = FEATURE.exec(to)?.[1];
  return other !== undefined && other !== FEATURE.exec(from)?.[1];
}
