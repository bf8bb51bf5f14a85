import type { Rule } from './source-file.ts';

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** Stand outside of the workspace: one brings pnpm, the other what only the bench needs and is big. */
const OUTSIDE = ['launch/package.json', 'bench/prisma/package.json'];

/** A version is written once, in a catalog of pnpm-workspace.yaml; packages of ours need none. A named catalog says there why it is one. */
export const dependencyVersions: Rule = (manifests) =>
  manifests
    .filter(({ path }) => !OUTSIDE.includes(path))
    .flatMap(({ path, source }) =>
      dependenciesOf(source)
        .filter(([name, version]) => !wanted(name).test(version))
        .map(([name, version]) => `${path} wants ${name} ${version}`),
    );

function wanted(name: string): RegExp {
  return name.startsWith('@ringfence/') ? /^workspace:\*$/ : /^catalog:[a-z]*$/;
}

export function dependenciesOf(source: string): [string, string][] {
  const { dependencies, devDependencies }: Manifest = JSON.parse(source);
  return Object.entries({ ...dependencies, ...devDependencies });
}
