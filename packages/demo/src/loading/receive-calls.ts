import { receiveEvent } from '@ringfence/platform/calls';
import type { DemoCall } from '../calls/demo-call.ts';
import type { DemoMessage } from '../calls/demo-message.ts';
import { messagesOf } from '../calls/messages-of.ts';
import type { DemoOrganization } from '../organizations/demo-organization.ts';
import type { DemoDoors } from './demo-doors.ts';
import type { ConnectionIds } from './furnish.ts';
import { inLanes } from './in-lanes.ts';
import { understandMessage } from './understand-message.ts';

const CALLS_AT_ONCE = 8;
const LANES = 4;
/** From a provider to us. */
const TRAVEL_MS = 240;

/** Hands every message of the calls in, through the door of its connection. Those that came before change nothing. */
export async function receiveCalls(
  { app }: DemoDoors,
  organization: DemoOrganization,
  { orgId, connectionIds }: { orgId: string; connectionIds: ConnectionIds },
  calls: readonly DemoCall[],
): Promise<void> {
  const groups = Array.from({ length: Math.ceil(calls.length / CALLS_AT_ONCE) }, (_, index) =>
    calls.slice(index * CALLS_AT_ONCE, (index + 1) * CALLS_AT_ONCE),
  );
  await inLanes(LANES, groups, async (group) => {
    const messages = group.flatMap((call) => messagesOf(organization, call));
    for (const [provider, connectionId] of connectionIds) {
      const own = messages.filter((message) => message.provider === provider);
      await app.inTenant({ orgId, actor: { kind: 'connection', id: connectionId } }, async (db) => {
        for (const message of own) await receiveEvent(db, arrived(message, connectionId), understandMessage(message));
      });
    }
  });
}

function arrived({ contentType, body, at }: DemoMessage, connectionId: string) {
  return { connectionId, contentType, body, receivedAt: new Date(at.getTime() + TRAVEL_MS) };
}
