import { randomUUID } from 'node:crypto';
import type { CallEvent } from '@ringfence/domain/calls';
import { recordings } from '@ringfence/db/schema';
import { createSealing } from '@ringfence/identity/sealing';
import { receiveEvent } from '@ringfence/platform/calls';
import { createConnection } from '@ringfence/platform/connections';
import { createOrganization } from '@ringfence/platform/organizations';
import type { TestTenancies } from '@ringfence/testing/database';
import type { Caller } from '@ringfence/tenancy';

export interface RecordedCall {
  readonly owner: Caller;
  readonly recordingId: string;
}

/** An organisation with one call whose recording waits to be fetched from `host`; its job is in the queue. */
export async function recordedCall({ app }: TestTenancies, secretKey: Buffer, host: string): Promise<RecordedCall> {
  const ownerId = randomUUID();
  const { orgId } = await createOrganization(app, { name: 'Acme', timeZone: 'UTC' }, ownerId);
  const owner: Caller = { orgId, actor: { kind: 'user', id: ownerId } };
  const { id } = await app.inTenant(owner, (db) =>
    createConnection(db, { provider: 'twilio', name: 'Twilio', accountId: 'AC1' }, createSealing(secretKey)),
  );
  const recordingId = await app.inTenant({ orgId, actor: { kind: 'connection', id } }, async (db) => {
    const message = {
      connectionId: id,
      contentType: 'application/x-www-form-urlencoded',
      body: Buffer.from('CallSid=CA1'),
      receivedAt: new Date(),
    };
    await receiveEvent(db, message, { kind: 'event', event: recordedEvent(host) });
    const [recording] = await db.select({ id: recordings.id }).from(recordings);
    if (!recording) throw new Error('a recording event gave no recording');
    return recording.id;
  });
  return { owner, recordingId };
}

function recordedEvent(host: string): CallEvent {
  const unknown = {
    parentReference: null,
    relatedReference: null,
    sequence: null,
    endedReason: null,
    summary: null,
    costMicros: null,
    agentName: null,
  };
  const at = (second: number) => new Date(Date.UTC(2026, 10, 25, 9, 0, second));
  return {
    dedupeKey: 'CA1:completed',
    kind: 'recording:completed',
    occurredAt: at(10),
    leg: {
      ...unknown,
      reference: 'CA1',
      direction: 'inbound',
      status: 'completed',
      startedAt: at(0),
      answeredAt: at(5),
      endedAt: at(9),
      talkSeconds: 4,
    },
    from: { number: '+4915112345678', heard: '+4915112345678' },
    to: { number: '+4930123456', heard: '+4930123456' },
    recording: { reference: 'RE1', url: `http://${host}/RE1`, durationMs: null, channels: 1, accountId: 'AC1' },
    transcript: null,
  };
}
