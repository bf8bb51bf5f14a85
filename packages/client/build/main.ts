import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from '@typescript/typescript6';
import { checkSameTypes } from './check-same-types.ts';
import { writeRouter } from './write-router.ts';

/*
 * Runs after launch/emit-package.mjs: of its declarations the one that leads into the server, the router's, is written out in full instead.
 * Only the checker knows what it says in full, and TypeScript 7 hands out none: TypeScript 6 reads it.
 */
const PACKAGE = fileURLToPath(new URL('../', import.meta.url));
const DIST = `${PACKAGE}dist/`;
const BUILD = `${PACKAGE}build/`;
const PROBE = `${BUILD}router-probe.ts`;
const ROUTER = `${DIST}ringfence-router.d.ts`;

const program = ts.createProgram([PROBE], readOptions());
writeFileSync(ROUTER, writeRouter(program, PROBE));
checkSameTypes(program, BUILD, ROUTER);

function readOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(`${PACKAGE}tsconfig.json`, (name) => ts.sys.readFile(name));
  return ts.parseJsonConfigFileContent(config, ts.sys, PACKAGE).options;
}
