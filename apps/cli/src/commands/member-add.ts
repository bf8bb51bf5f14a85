import { type Role, ROLES } from '@ringfence/domain/members';
import type { Identity, Subject } from '@ringfence/identity/embedded';
import { addMember } from '@ringfence/platform/members';
import { type Command, Option } from 'commander';
import { readSubject } from '../read-subject.ts';
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
  readonly issuer?: string;
  readonly subject?: string;
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
    .option('--issuer <name>', 'the outside issuer of their tokens, as the tokens name it')
    .option('--subject <name>', 'what that issuer calls them (sub)')
    .option('--json', 'print {"userId"}')
    .action(async (options: MemberAddOptions) => {
      const subject = readSubject(options, terminal);
      await runOnMigrated(terminal, options, async (installation) => {
        const reason = 'member add, from the command line';
        const userId = await withIdentity(installation, (identity) =>
          inOrganization(installation, options.org, reason, async (db) => {
            const user = await findOrCreate(identity, options, subject, terminal);
            await addMember(db, { userId: user, role: options.role });
            return user;
          }),
        );
        return { document: { userId }, lines: [userId] };
      });
    });
}

/** Who has the address, or the subject, or a new user; the subject is theirs from then on, with the address that the operator vouches for. */
async function findOrCreate(identity: Identity, options: MemberAddOptions, subject: Subject | null, terminal: Terminal): Promise<string> {
  const { email, password } = options;
  const known = (await identity.findUserByEmail(email)) ?? (subject && (await identity.findUserBySubject(subject)));
  if (known && password !== undefined) terminal.tell('This user is known already; the password stays as it was.');
  const [name = email] = email.split('@');
  const userId = known?.id ?? (await identity.createUser({ email, name, password })).userId;
  if (subject) await identity.linkSubject({ ...subject, userId, email: email.trim() });
  return userId;
}
