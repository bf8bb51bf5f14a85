import { readFile } from 'node:fs/promises';

const WORKSPACE = new URL('../../pnpm-workspace.yaml', import.meta.url);

/** An example's package.json as a stranger would write it: our package from its tarball, everything else in its own version. */
export async function strangerManifest(example: URL, tarball: string): Promise<string> {
  const [manifest, workspace] = await Promise.all([readFile(new URL('package.json', example), 'utf8'), readFile(WORKSPACE, 'utf8')]);
  const versions = new Map([...workspace.matchAll(/^ {2}'?([^':\n]+)'?: (\d\S+)$/gm)].map(([, name, version]) => [name, version]));
  return manifest
    .replaceAll(/"([^"]+)": "catalog:"/g, (_, name: string) => `"${name}": "${versions.get(name)}"`)
    .replaceAll('"workspace:*"', JSON.stringify(`file:${tarball}`));
}
