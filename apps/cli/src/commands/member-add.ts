import { type Role, ROLES } from '@ringfence/domain/members';
import type { Identity } from '@ringfence/identity/embedded';
import { addMember } from '@ringfence/platform/members';
import { type Command, Option } from 'commander';
import { readUuid } from '../read-uuid.ts';
import { type CommandOptions, runOnMigrated } from '../run-command.ts';
import { inOrganization } from '../service-tenancy.ts';
import type { Terminal } from '../terminal.ts';
import { withIdentity } from '../with-identity.ts';

interface MemberAddOptions extends CommandOptions {
  readonly org: string;
  readonly email: string;
  readonly role: Role;
  readonly password?: string;
}

/** `member add`: makes the user where there is none, and a member of the organisation. */
export function memberAdd(member: Command, terminal: Terminal): void {
  member
    .command('add')
    .description('make somebody a member, or give a member another role')
    .requiredOption('--org <id>', 'the organisation', readUuid)
    .requiredOption('--email <address>', 'who')
    .addOption(new Option('--role <role>', 'as what').choices(ROLES).makeOptionMandatory())
    .option('--password <password>', 'to sign in with, for a new user: 8 to 128 characters')
    .option('--json', 'print {"userId"}')
    .action((options: MemberAddOptions) =>
      runOnMigrated(terminal, options, async (installation) => {
        const reason = 'member add, from the command line';
        const userId = await withIdentity(installation, (identity) =>
          inOrganization(installation, options.org, reason, async (db) => {
            const user = await findOrCreate(identity, options, terminal);
            await addMember(db, { userId: user, role: options.role });
            return user;
          }),
        );
        return { document: { userId }, lines: [userId] };
      }),
    );
}

async function findOrCreate(identity: Identity, { email, password }: MemberAddOptions, terminal: Terminal): Promise<string> {
  const known = await identity.findUserByEmail(email);
  if (known && password !== undefined) terminal.tell('This user is known already; the password stays as it was.');
  if (known) return known.id;
  const [name = email] = email.split('@');
  const { userId } = await identity.createUser({ email, name, password });
  return userId;
}
