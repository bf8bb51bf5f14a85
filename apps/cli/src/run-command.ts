import { CommandFailed } from './command-failed.ts';
import { readEnvironment } from './env.ts';
import { type Installation, openInstallation } from './installation.ts';
import type { Terminal } from './terminal.ts';

/** What a command found or made: one document for programs, lines for people. */
export interface CommandResult {
  readonly document: unknown;
  readonly lines: readonly string[];
  /** The work was done and its findings are bad: exit 1. */
  readonly hasFailed?: boolean;
}

export interface CommandOptions {
  readonly json?: boolean;
}

/** Runs one command on the installation and prints its result alone on standard output. */
export async function runCommand(
  terminal: Terminal,
  { json }: CommandOptions,
  work: (installation: Installation) => Promise<CommandResult>,
): Promise<void> {
  const installation = await openInstallation(readEnvironment(terminal.variables), terminal);
  try {
    const { document, lines, hasFailed } = await work(installation);
    terminal.print(json ? `${JSON.stringify(document)}\n` : lines.map((line) => `${line}\n`).join(''));
    if (hasFailed) throw new CommandFailed();
  } finally {
    await installation.close();
  }
}

/** The same, on a database that is brought up to date first where it is our own: a fresh data folder is ready for any command. */
export async function runOnMigrated(
  terminal: Terminal,
  options: CommandOptions,
  work: (installation: Installation) => Promise<CommandResult>,
): Promise<void> {
  await runCommand(terminal, options, async (installation) => {
    if (installation.isEmbedded) await installation.migrate();
    return work(installation);
  });
}
