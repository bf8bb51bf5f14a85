import type { Command } from 'commander';
import { type CommandOptions, runCommand } from '../run-command.ts';
import type { Terminal } from '../terminal.ts';

/** `migrate`: brings the database up to date. */
export function migrate(program: Command, terminal: Terminal): void {
  program
    .command('migrate')
    .description('bring the database up to date; safe to run twice and at the same time')
    .option('--json', 'print {"applied"}')
    .action((options: CommandOptions) =>
      runCommand(terminal, options, async (installation) => {
        const { applied } = await installation.migrate();
        return {
          document: { applied },
          lines: [applied === 0 ? 'The database is up to date.' : `The database is up to date: ${applied} migrations applied.`],
        };
      }),
    );
}
