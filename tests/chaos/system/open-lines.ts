import { randomUUID } from 'node:crypto';
import { createSealing } from '@ringfence/identity/sealing';
import { createConnection } from '@ringfence/platform/connections';
import { createOrganization } from '@ringfence/platform/organizations';
import type { Provider, ProviderAccount } from '@ringfence/testing/provider';
import type { TestTenancies } from '@ringfence/testing/database';
import type { Caller } from '@ringfence/tenancy';

/** An organisation and its account at a provider. */
export interface Line {
  readonly orgId: string;
  readonly owner: Caller;
  readonly connectionId: string;
  readonly account: ProviderAccount;
}

export interface LineMaker {
  readonly app: TestTenancies['app'];
  readonly provider: Provider;
  readonly secretKey: Buffer;
}

/** Makes organisations with an account each. */
export async function openLines(maker: LineMaker, count: number, kind: ProviderAccount['kind'] = 'twilio'): Promise<Line[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => openLine(maker, `Chaos ${index + 1}`, kind)));
}

async function openLine({ app, provider, secretKey }: LineMaker, name: string, kind: ProviderAccount['kind']): Promise<Line> {
  const account = kind === 'twilio' ? provider.openTwilioAccount() : provider.openVapiAccount();
  const userId = randomUUID();
  const { orgId } = await createOrganization(app, { name, timeZone: 'UTC' }, userId);
  const owner: Caller = { orgId, actor: { kind: 'user', id: userId } };
  const keys =
    account.kind === 'twilio'
      ? ({ provider: 'twilio', secret: account.authToken, accountId: account.accountSid } as const)
      : ({ provider: 'vapi', secret: account.serverSecret, fetchKey: account.apiKey } as const);
  const { id } = await app.inTenant(owner, (db) => createConnection(db, { name: 'Line', ...keys }, createSealing(secretKey)));
  return { orgId, owner, connectionId: id, account };
}
