import { Command } from 'commander';
import { connectionAdd } from './commands/connection-add.ts';
import { jobsList } from './commands/jobs-list.ts';
import { jobsQuarantine } from './commands/jobs-quarantine.ts';
import { jobsRetry } from './commands/jobs-retry.ts';
import { memberAdd } from './commands/member-add.ts';
import { memberLegacy } from './commands/member-legacy.ts';
import { memberRemove } from './commands/member-remove.ts';
import { migrate } from './commands/migrate.ts';
import { orgCreate } from './commands/org-create.ts';
import { orgList } from './commands/org-list.ts';
import { rebuild } from './commands/rebuild.ts';
import { token } from './commands/token.ts';
import { verify } from './commands/verify.ts';
import type { Terminal } from './terminal.ts';

/** The command line: all commands there are. Its errors are thrown, for one place to tell them in one line. */
export function createProgram(terminal: Terminal): Command {
  const program = new Command('ringfence')
    .description('Ringfence on the command line')
    .exitOverride()
    .configureOutput({ writeOut: terminal.print, writeErr: () => {} });
  migrate(program, terminal);
  const org = program.command('org').description('organisations');
  orgCreate(org, terminal);
  orgList(org, terminal);
  const member = program.command('member').description('members of an organisation');
  memberAdd(member, terminal);
  memberRemove(member, terminal);
  memberLegacy(member, terminal);
  token(program, terminal);
  const connection = program.command('connection').description("providers' ways in");
  connectionAdd(connection, terminal);
  const jobs = program.command('jobs').description("the organisations' background work");
  jobsList(jobs, terminal);
  jobsQuarantine(jobs, terminal);
  jobsRetry(jobs, terminal);
  rebuild(program, terminal);
  verify(program, terminal);
  return program;
}
