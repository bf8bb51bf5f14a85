import { createProgram } from './create-program.ts';
import { describeEnding } from './describe-ending.ts';
import { isVerbose } from './env.ts';
import type { Terminal } from './terminal.ts';

/** Runs one command and gives its exit code. Nothing is thrown: whatever goes wrong is one line on standard error. */
export async function runProgram(args: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  try {
    await createProgram(terminal).parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    const { exitCode, line } = describeEnding(error);
    if (line !== null) terminal.tell(line);
    if (exitCode === 1 && isVerbose(terminal.variables)) terminal.tell(error instanceof Error && error.stack ? error.stack : String(error));
    return exitCode;
  }
}
