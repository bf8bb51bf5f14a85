#!/usr/bin/env node
import { runProgram } from './run-program.ts';

process.exitCode = await runProgram(process.argv.slice(2), {
  variables: process.env,
  print: (text) => void process.stdout.write(text),
  tell: (line) => void process.stderr.write(`${line}\n`),
});
