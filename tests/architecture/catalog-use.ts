import { dependenciesOf } from './dependency-versions.ts';
import type { SourceFile } from './source-file.ts';

/** Entries of the catalog that no package asks for. */
export function unusedInCatalog(workspace: SourceFile, manifests: readonly SourceFile[]): string[] {
  const used = new Set(manifests.flatMap(({ source }) => dependenciesOf(source).map(([name]) => name)));
  return catalogOf(workspace.source).filter((name) => !used.has(name));
}

/** Every workspace file of ours has the one catalog, and then a blank line. */
function catalogOf(source: string): string[] {
  const block = /^catalog:\n((?: {2}.*\n)+)/m.exec(source)?.[1] ?? '';
  return [...block.matchAll(/^ {2}'?([^':]+)'?:/gm)].map(([, name = '']) => name);
}
