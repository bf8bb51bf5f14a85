import { CreateConnection, type Provider, PROVIDERS } from '@ringfence/domain/connections';
import { createSealing } from '@ringfence/identity/sealing';
import { createConnection } from '@ringfence/platform/connections';
import { type Command, Option } from 'commander';
import { checkedInput } from '../checked-input.ts';
import { readUuid } from '../read-uuid.ts';
import { type CommandOptions, runOnMigrated } from '../run-command.ts';
import { inOrganization } from '../service-tenancy.ts';
import type { Terminal } from '../terminal.ts';

const NAMES: Readonly<Record<Provider, string>> = { twilio: 'Twilio', vapi: 'Vapi', ringfence: 'Ringfence' };

interface ConnectionAddOptions extends CommandOptions {
  readonly org: string;
  readonly provider: Provider;
  readonly name?: string;
  readonly secret?: string;
  readonly fetchKey?: string;
  readonly accountId?: string;
}

/** `connection add`: a provider's way in. The secret is printed this once. */
export function connectionAdd(connection: Command, terminal: Terminal): void {
  connection
    .command('add')
    .description('open a way in for a provider, and print where it sends to')
    .requiredOption('--org <id>', 'the organisation', readUuid)
    .addOption(new Option('--provider <provider>', 'who sends').choices(PROVIDERS).makeOptionMandatory())
    .option('--name <name>', 'what to call it')
    .option('--secret <secret>', "proves a message genuine: Twilio's auth token, Vapi's server secret (default: a new one)")
    .option('--fetch-key <key>', "gets the sound: Vapi's private API key")
    .option('--account-id <id>', "the account at the provider: Twilio's AccountSid")
    .option('--json', 'print {"connectionId","secret","webhookUrl"}')
    .action(async ({ org, json, ...given }: ConnectionAddOptions) => {
      const input = checkedInput(CreateConnection, { name: NAMES[given.provider], ...given });
      await runOnMigrated(terminal, { json: json === true }, async (installation) => {
        const sealing = createSealing(installation.secretKey, installation.previousSecretKey);
        const { id, secret } = await inOrganization(installation, org, 'connection add, from the command line', (db) =>
          createConnection(db, input, sealing),
        );
        const webhookUrl = `${installation.publicUrl}/webhooks/${input.provider}/${id}`;
        const lines = [`connection  ${id}`, `secret      ${secret}`, `webhook     ${webhookUrl}`];
        return { document: { connectionId: id, secret, webhookUrl }, lines };
      });
    });
}
