import { execFileSync } from 'node:child_process';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/*
 * Run in a package's folder: its sources as JavaScript and declarations in dist/, by its tsconfig.build.json. The compiler takes the
 * `.ts` off what code imports, and leaves it on in declarations.
 */
rmSync('dist', { recursive: true, force: true });
execFileSync('tsc', ['--project', 'tsconfig.build.json'], { stdio: 'inherit' });
for (const name of globSync('dist/**/*.d.ts')) {
  writeFileSync(name, readFileSync(name, 'utf8').replaceAll(/(from |import\()'(\.[^']+)\.ts'/g, "$1'$2.js'"));
}
