import type { Rule } from './source-file.ts';

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** Stands outside of the workspace, for it brings pnpm. */
const OUTSIDE = 'launch/package.json';

/** A version is written once, in the catalog of pnpm-workspace.yaml; packages of ours need none. */
export const dependencyVersions: Rule = (manifests) =>
  manifests
    .filter(({ path }) => path !== OUTSIDE)
    .flatMap(({ path, source }) =>
      dependenciesOf(source)
        .filter(([name, version]) => version !== wanted(name))
        .map(([name, version]) => `${path} wants ${name} ${version}`),
    );

function wanted(name: string): string {
  return name.startsWith('@ringfence/') ? 'workspace:*' : 'catalog:';
}

export function dependenciesOf(source: string): [string, string][] {
  const { dependencies, devDependencies }: Manifest = JSON.parse(source);
  return Object.entries({ ...dependencies, ...devDependencies });
}
