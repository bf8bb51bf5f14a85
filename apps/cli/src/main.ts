#!/usr/bin/env node
import { createProgram } from './create-program.ts';
import { describeEnding } from './describe-ending.ts';
import { isVerbose } from './env.ts';

try {
  await createProgram().parseAsync();
} catch (error) {
  const { exitCode, line } = describeEnding(error);
  process.exitCode = exitCode;
  if (line !== null) process.stderr.write(`${line}\n`);
  if (exitCode === 1 && isVerbose(process.env)) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
}
