import { readFile } from 'node:fs/promises';
import path from 'node:path';

const IMPORT = /(?:from\s+|import\(|import\s+)['"]([^'"]+)['"]/g;

/** The packages that a file needs, by itself or by what it imports; Node's own left out. @throws for an import that leads nowhere. */
export async function packagesBehind(file: string): Promise<string[]> {
  const seen = new Set<string>();
  const packages = new Set<string>();
  const waiting = [file];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    for (const [, target = ''] of (await readFile(next, 'utf8')).matchAll(IMPORT)) {
      if (target.startsWith('.'))
        waiting.push(path.join(path.dirname(next), isDeclaration(next) ? target.replace(/\.js$/, '.d.ts') : target));
      else if (!target.startsWith('node:')) packages.add(/^(@[^/]+\/)?[^/]+/.exec(target)?.[0] ?? target);
    }
  }
  return [...packages].toSorted();
}

function isDeclaration(file: string): boolean {
  return file.endsWith('.d.ts');
}
