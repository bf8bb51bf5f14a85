import { randomUUID } from 'node:crypto';
import type { CatchUp } from '@ringfence/domain/connections';
import type { TestTenancies } from '@ringfence/testing/database';
import type { ProviderAccount, ProviderCall } from '@ringfence/testing/provider';
import { callbacksOf } from '@ringfence/testing/provider';
import { understand } from '@ringfence/telephony';
import { createProviderLists } from '@ringfence/telephony/lists';
import { readForm, recordingReader, statusReader } from '@ringfence/telephony/twilio';
import { vapiReader } from '@ringfence/telephony/vapi';
import type { Caller } from '@ringfence/tenancy';
import type { JobCounts } from '@ringfence/tenancy/worker';
import { receiveEvent } from '../calls/receive-event.ts';
import { createOrganization } from '../organizations/create-organization.ts';
import type { JobsOutside } from '../outside/outside.ts';
import { catchUp } from './catch-up.job.ts';
import { createConnection } from './create-connection.ts';

/** An organisation with a connection to an account at the stand-in. */
export interface ConnectedOrganization {
  readonly owner: Caller;
  readonly connection: Caller;
  readonly connectionId: string;
}

const unsealed = { seal: (secret: string) => Buffer.from(secret), open: (sealed: Buffer) => sealed.toString() };

export async function connect({ app }: TestTenancies, account: ProviderAccount, timeZone = 'UTC'): Promise<ConnectedOrganization> {
  const ownerId = randomUUID();
  const { orgId } = await createOrganization(app, { name: 'Acme', timeZone }, ownerId);
  const owner: Caller = { orgId, actor: { kind: 'user', id: ownerId } };
  const credentials =
    account.kind === 'twilio'
      ? { provider: 'twilio' as const, secret: account.authToken, accountId: account.accountSid }
      : { provider: 'vapi' as const, secret: account.serverSecret, fetchKey: account.apiKey };
  const { id } = await app.inTenant(owner, (db) => createConnection(db, { name: 'Main line', ...credentials }, unsealed));
  return { owner, connection: { orgId, actor: { kind: 'connection', id } }, connectionId: id };
}

/** Takes in some of a call's callbacks as the webhooks do, by their place in the order in which they are sent. */
export async function tell(
  { app }: TestTenancies,
  { connection, connectionId }: ConnectedOrganization,
  call: ProviderCall,
  places?: number[],
) {
  const callbacks = callbacksOf(call).filter((_, place) => places?.includes(place) ?? true);
  for (const callback of callbacks) {
    const isForm = callback.kind !== 'message';
    const body = Buffer.from(isForm ? new URLSearchParams(callback.form).toString() : JSON.stringify({ message: callback.message }));
    const understood = isForm
      ? understand(callback.kind === 'status' ? statusReader : recordingReader, { raw: body, content: readForm(body) })
      : understand(vapiReader, { raw: body, content: { message: callback.message } });
    const contentType = isForm ? 'application/x-www-form-urlencoded' : 'application/json';
    await app.inTenant(connection, (db) => receiveEvent(db, { connectionId, contentType, body, receivedAt: new Date() }, understood));
  }
}

/** Runs the job as a worker does, on its own log-in. */
export async function runCatchUp(
  { worker }: TestTenancies,
  orgId: string,
  { connectionId }: CatchUp,
  { baseUrl, isLastAttempt = false }: { readonly baseUrl: string; readonly isLastAttempt?: boolean },
): Promise<JobCounts | void> {
  const lists = createProviderLists({ baseUrl });
  const handle = catchUp.accept({ connectionId });
  if (!handle) throw new Error('the payload does not fit the job');
  try {
    return await handle({
      orgId,
      tenant: (work) => worker.inTenant({ orgId, actor: { kind: 'job', id: 'test' } }, work),
      outside: { sealing: unsealed, providerLists: lists } as Pick<JobsOutside, 'sealing' | 'providerLists'> as JobsOutside,
      job: { id: 'test', attempt: 1, isLastAttempt },
      workerId: 'test',
      signal: new AbortController().signal,
    });
  } finally {
    await lists.close();
  }
}
