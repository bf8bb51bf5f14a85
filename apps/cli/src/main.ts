#!/usr/bin/env node
import { GIVEN_VARIABLES } from './env.ts';
import { runProgram } from './run-program.ts';

process.exitCode = await runProgram(process.argv.slice(2), {
  variables: GIVEN_VARIABLES,
  print: (text) => void process.stdout.write(text),
  tell: (line) => void process.stderr.write(`${line}\n`),
});
