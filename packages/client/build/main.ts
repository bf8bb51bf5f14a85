import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from '@typescript/typescript6';
import { checkSameTypes } from './check-same-types.ts';
import { writeRouter } from './write-router.ts';

/*
 * Code and declarations come from `tsc`; the one declaration that leads into the server, the router's, is written out in full instead.
 * Only the checker knows what it says in full, and TypeScript 7 hands out none: TypeScript 6 reads it.
 */
const PACKAGE = fileURLToPath(new URL('../', import.meta.url));
const DIST = `${PACKAGE}dist/`;
const BUILD = `${PACKAGE}build/`;
const PROBE = `${BUILD}router-probe.ts`;
const ROUTER = `${DIST}ringfence-router.d.ts`;

rmSync(DIST, { recursive: true, force: true });
execFileSync('tsc', ['--project', 'tsconfig.build.json'], { cwd: PACKAGE, stdio: 'inherit' });
for (const name of readdirSync(DIST).filter((file) => file.endsWith('.d.ts'))) {
  writeFileSync(DIST + name, readFileSync(DIST + name, 'utf8').replaceAll(/from '(\.[^']+)\.ts'/g, "from '$1.js'"));
}
const program = ts.createProgram([PROBE], readOptions());
writeFileSync(ROUTER, writeRouter(program, PROBE));
checkSameTypes(program, BUILD, ROUTER);

function readOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(`${PACKAGE}tsconfig.json`, (name) => ts.sys.readFile(name));
  return ts.parseJsonConfigFileContent(config, ts.sys, PACKAGE).options;
}
