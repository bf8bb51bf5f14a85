import { importsOf } from './imports-of.ts';
import { resolveImport } from './place-of.ts';
import type { Rule } from './source-file.ts';

/** No file imports itself by way of others, types included. Each circle is told once. */
export const importCycles: Rule = (files) => {
  const edges = new Map(
    files.map((file) => [
      file.path,
      targetsOf(
        file.path,
        importsOf(file).map(({ target }) => target),
      ),
    ]),
  );
  const done = new Set<string>();
  const circles: string[] = [];

  function visit(path: string, trail: readonly string[]): void {
    const seenAt = trail.indexOf(path);
    if (seenAt >= 0) circles.push(`${[...trail.slice(seenAt), path].join(' → ')}`);
    if (seenAt >= 0 || done.has(path)) return;
    for (const target of edges.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  }

  for (const path of edges.keys()) visit(path, []);
  return circles;
};

function targetsOf(from: string, targets: readonly string[]): string[] {
  return targets.map((target) => resolveImport(from, target)).filter((target) => target !== null);
}
