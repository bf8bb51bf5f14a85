import { verifyDatabase } from '@ringfence/db';
import type { Command } from 'commander';
import { type CommandOptions, runCommand } from '../run-command.ts';
import type { Terminal } from '../terminal.ts';
import { UsageFailure } from '../usage-failure.ts';
import { verificationTable } from '../verification-table.ts';

/** `verify`: whether every tenant table is held apart. Changes nothing. */
export function verify(program: Command, terminal: Terminal): void {
  program
    .command('verify')
    .description('check in the catalogue that every tenant table is held apart')
    .option('--json', 'print {"ok","checks":[{"table","check","ok","found"}]}')
    .action((options: CommandOptions) =>
      runCommand(terminal, options, async ({ databaseUrl }) => {
        const checks = await verifyDatabase(databaseUrl);
        if (!checks.some(({ check }) => check === 'org_id'))
          throw new UsageFailure('The database has no tenant tables yet: run `ringfence migrate` first.');
        const ok = checks.every((check) => check.ok);
        return { document: { ok, checks }, lines: verificationTable(checks), hasFailed: !ok };
      }),
    );
}
