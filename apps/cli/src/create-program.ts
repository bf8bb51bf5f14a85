import { Command } from 'commander';
import { connectionAdd } from './commands/connection-add.ts';
import { memberAdd } from './commands/member-add.ts';
import { memberRemove } from './commands/member-remove.ts';
import { migrate } from './commands/migrate.ts';
import { orgCreate } from './commands/org-create.ts';
import { orgList } from './commands/org-list.ts';
import { token } from './commands/token.ts';
import { verify } from './commands/verify.ts';

/** The command line: all commands there are. Its errors are thrown, for one place to tell them in one line. */
export function createProgram(): Command {
  const program = new Command('ringfence').description('Ringfence on the command line').exitOverride().configureOutput({ writeErr: () => {} });
  migrate(program);
  const org = program.command('org').description('organisations');
  orgCreate(org);
  orgList(org);
  const member = program.command('member').description('members of an organisation');
  memberAdd(member);
  memberRemove(member);
  token(program);
  const connection = program.command('connection').description('providers\' ways in');
  connectionAdd(connection);
  verify(program);
  return program;
}
