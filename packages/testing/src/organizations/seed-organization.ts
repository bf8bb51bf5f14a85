import { randomUUID } from 'node:crypto';
import { failedRecordingUploads, objectFindings, recordingHistory, recordingPeaks, recordings } from '@ringfence/db/schema';
import { createSealing } from '@ringfence/identity/sealing';
import { createApiKey } from '@ringfence/platform/api-keys';
import { receiveEvent } from '@ringfence/platform/calls';
import { countRefusals, createConnection, finishDay } from '@ringfence/platform/connections';
import { createArticle } from '@ringfence/platform/knowledge';
import { inviteMember } from '@ringfence/platform/invitations';
import { createLead } from '@ringfence/platform/leads';
import { addMember } from '@ringfence/platform/members';
import { createOrganization } from '@ringfence/platform/organizations';
import type { Caller, TenantDb } from '@ringfence/tenancy';
import { and, eq, sql } from 'drizzle-orm';
import { fullEvent } from '../calls/full-event.ts';
import { TEST_SECRET_KEY } from '../database/fixed-secrets.ts';
import type { TestTenancies } from '../database/open-tenancies.ts';

export interface SeededOrganization {
  readonly orgId: string;
  readonly connectionId: string;
  /** What the connection's provider signs with. */
  readonly secret: string;
  readonly callId: string;
  readonly recordingId: string;
  /** Was fetched once, and removed by a member. */
  readonly removedRecordingId: string;
  readonly apiKeyId: string;
  /** Open, and bound to nobody's address. */
  readonly invitationId: string;
  readonly owner: Caller;
  readonly agent: Caller;
  readonly viewer: Caller;
}

/** Nobody is known by their address, and no mail leaves. */
const NO_MAIL = { findUserByEmail: async () => null, postMail: () => {}, publicUrl: 'http://127.0.0.1:4000' };

/** An organisation with a row or more in every tenant table, put there by the product's own verbs. Two of them hold the same values, but for their secrets. */
export async function seedOrganization({ app, worker, service }: TestTenancies, name = 'Acme Ltd'): Promise<SeededOrganization> {
  const [ownerId, secret] = [randomUUID(), randomUUID()];
  const { orgId } = await createOrganization(app, { name, timeZone: 'Europe/Berlin' }, ownerId);
  const owner: Caller = { orgId, actor: { kind: 'user', id: ownerId } };
  const members = await service.inTenant({ orgId, actor: { kind: 'operator', id: 'test' } }, addAgentAndViewer);
  const { connectionId, apiKeyId, invitationId } = await app.inTenant(owner, async (db) => {
    await createLead(db, { name: 'Grace Hopper', phone: '+4915112345678', email: 'grace@example.com' });
    await createArticle(db, { title: 'Opening hours', body: 'Nine to five.' });
    const { id } = await createConnection(db, { provider: 'twilio', name: 'Main line', secret }, createSealing(TEST_SECRET_KEY));
    await countRefusals(db, [{ connectionId: id, day: '2026-11-25', reason: 'wrong-signature', count: 3 }]);
    const invitation = await inviteMember(db, NO_MAIL, { email: 'grace@example.com', role: 'agent' });
    return { connectionId: id, apiKeyId: await addApiKey(db), invitationId: invitation.id };
  });
  const callId = await app.inTenant({ orgId, actor: { kind: 'connection', id: connectionId } }, (db) => receiveFullEvent(db, connectionId));
  const recordingId = await worker.inTenant({ orgId, actor: { kind: 'job', id: 'test' } }, noteFailedUpload);
  await worker.inTenant({ orgId, actor: { kind: 'job', id: 'test' } }, (db) =>
    finishDay(db, {
      connectionId,
      day: '2026-11-25',
      calls: ['CA1'],
      recordings: [],
      found: 1,
      completeUntil: new Date('2026-11-25T09:00:00Z'),
    }),
  );
  const removedRecordingId = await app.inTenant(owner, (db) => removeAnother(db, recordingId));
  return { orgId, connectionId, secret, callId, recordingId, removedRecordingId, apiKeyId, invitationId, owner, ...members };
}

async function addAgentAndViewer(db: TenantDb): Promise<{ agent: Caller; viewer: Caller }> {
  const [agentId, viewerId] = [randomUUID(), randomUUID()];
  await addMember(db, { userId: agentId, role: 'agent' });
  await addMember(db, { userId: viewerId, role: 'viewer' });
  return {
    agent: { orgId: db.orgId, actor: { kind: 'user', id: agentId } },
    viewer: { orgId: db.orgId, actor: { kind: 'user', id: viewerId } },
  };
}

async function addApiKey(db: TenantDb): Promise<string> {
  const made = { key: '', prefix: 'rf_00000000', sha256: Buffer.alloc(32, 1) };
  return (await createApiKey(db, { name: 'Reporting', role: 'viewer' }, made)).id;
}

async function receiveFullEvent(db: TenantDb, connectionId: string): Promise<string> {
  const message = {
    connectionId,
    contentType: 'application/x-www-form-urlencoded',
    body: Buffer.from('CallSid=CA1'),
    receivedAt: new Date(),
  };
  const { callId } = await receiveEvent(db, message, { kind: 'event', event: fullEvent() });
  if (!callId) throw new Error('an applied event gave no call');
  return callId;
}

async function noteFailedUpload(db: TenantDb): Promise<string> {
  const [recording] = await db.select().from(recordings).where(eq(recordings.orgId, db.orgId));
  if (!recording) throw new Error('a recording event gave no recording');
  await db.insert(failedRecordingUploads).values({
    orgId: db.orgId,
    recordingId: recording.id,
    callLogId: recording.callLogId,
    attempt: 9,
    reason: 'unreachable',
    message: 'The provider did not answer.',
  });
  await db
    .insert(recordingHistory)
    .values({ orgId: db.orgId, recordingId: recording.id, kind: 'failed', attempt: 9, reason: 'unreachable' });
  await db
    .insert(recordingPeaks)
    .values({ orgId: db.orgId, recordingId: recording.id, bucketMs: 20, channels: 1, levels: Buffer.alloc(50, 7) });
  const long = new Date('2026-01-01T00:00:00Z');
  const found = { orgId: db.orgId, kind: 'orphan', recordingId: recording.id, number: 0, sizeBytes: 44 } as const;
  await db.insert(objectFindings).values({ ...found, applyAt: long, settledAt: long, outcome: 'removed' });
  const payload = JSON.stringify({ recordingId: recording.id, payloadVersion: 1 });
  await db.execute(
    sql`select public.enqueue_tick('test', '2026-11-25T12:00:00Z', 'store-recording', ${payload}::jsonb, 12, ${recording.id})`,
  );
  return recording.id;
}

/** Leaves a tombstone, and nothing else: neither a job nor a row in the log. */
async function removeAnother(db: TenantDb, recordingId: string): Promise<string> {
  const [like] = await db
    .select()
    .from(recordings)
    .where(and(eq(recordings.orgId, db.orgId), eq(recordings.id, recordingId)));
  if (!like) throw new Error('there is no recording to make another of');
  const { callId, callLogId, connectionId, sourceUrl } = like;
  const another = { orgId: db.orgId, callId, callLogId, connectionId, sourceUrl, reference: 'RE-removed', leaseNumber: 1 };
  const [added] = await db.insert(recordings).values(another).returning({ id: recordings.id });
  if (!added) throw new Error('a removed recording was not added first');
  await db.delete(recordings).where(and(eq(recordings.orgId, db.orgId), eq(recordings.id, added.id)));
  return added.id;
}
