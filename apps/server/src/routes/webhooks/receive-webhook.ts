import { randomUUID } from 'node:crypto';
import type { RefusalReason } from '@ringfence/domain/connections';
import type { Sealing } from '@ringfence/identity';
import { onceMore, receiveEvent } from '@ringfence/platform/calls';
import { understand } from '@ringfence/telephony';
import type { Metrics } from '@ringfence/telemetry';
import type { Tenancy } from '@ringfence/tenancy';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RefusalCounter } from './create-refusal-counter.ts';
import { findConnection, type FoundConnection } from './find-connection.ts';
import type { RawMessage, WebhookKind } from './webhook-kind.ts';

export interface WebhookDependencies {
  readonly tenancy: Tenancy;
  readonly sealing: Pick<Sealing, 'open'>;
  readonly refusals: RefusalCounter;
  readonly metrics: Metrics;
  readonly addressesOf: (request: FastifyRequest) => string[];
}

const REFUSALS = {
  unsigned: { status: 403, message: 'The message is not signed.' },
  'wrong-signature': { status: 403, message: "The signature does not fit the message, this address or the connection's secret." },
  disabled: { status: 403, message: 'The connection is disabled.' },
  unreadable: { status: 400, message: 'The body can not be parsed.' },
  'too-large': { status: 413, message: 'The body is larger than 1 MiB.' },
} as const satisfies Partial<Record<RefusalReason, { status: number; message: string }>>;
type Refused = keyof typeof REFUSALS;

/**
 * Who, what, where; the answer goes out after the commit. Nothing of a message is believed before its origin is proven, and nothing
 * told: a connection that nobody has is answered like one whose secret is another.
 */
export async function receiveWebhook<Content>(
  dependencies: WebhookDependencies,
  kind: WebhookKind<Content>,
  request: FastifyRequest<{ Params: { connectionId: string } }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { tenancy, sealing, metrics, refusals } = dependencies;
  const connection = await findConnection(tenancy, kind.provider, request.params.connectionId);
  const message = rawMessage(request, dependencies.addressesOf(request));
  const refusal = kind.refusalOf(message, connection ? sealing.open(connection.secretSealed) : randomUUID());
  if (!connection || refusal) return refuse(dependencies, kind, connection, refusal ?? 'wrong-signature', request, reply);
  if (!connection.isEnabled) return refuse(dependencies, kind, connection, 'disabled', request, reply);
  Object.assign(request.told, { provider: kind.provider, connectionId: connection.id });
  const parsed = kind.parse(message);
  if (!parsed) return refuse(dependencies, kind, connection, 'unreadable', request, reply);

  const understood = understand(kind.reader, { raw: message.body, content: parsed.content });
  const { contentType, body } = message;
  const receivedAt = new Date();
  const { outcome } = await onceMore(() =>
    tenancy.inTenant(connection.caller, (db) =>
      receiveEvent(db, { connectionId: connection.id, contentType, body, receivedAt }, understood),
    ),
  );
  request.told['outcome'] = outcome;
  metrics.countWebhook({ provider: kind.provider, outcome });
  if (outcome === 'parked-full') refusals.count(connection.caller, 'parked-full');
  const answer = kind.answer(parsed.content);
  return answer ? reply.code(200).send(answer) : reply.code(204).send();
}

/** Turns a message away: a reason for the provider, for the log's one line, and for the day's count of its connection. */
export function refuse(
  { refusals, metrics }: WebhookDependencies,
  { provider }: Pick<WebhookKind<unknown>, 'provider'>,
  connection: FoundConnection | null,
  reason: Refused,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  Object.assign(request.told, { provider, reason: connection ? reason : 'unknown-connection' });
  if (connection) {
    request.told['connectionId'] = connection.id;
    refusals.count(connection.caller, reason);
  }
  metrics.countRefusal({ provider, reason });
  const { status, message } = REFUSALS[reason];
  return reply.code(status).send({ code: reason, message });
}

function rawMessage(request: FastifyRequest, addresses: readonly string[]): RawMessage {
  const { headers, body } = request;
  return {
    headers,
    contentType: headers['content-type']?.slice(0, 200) ?? '',
    body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
    addresses,
  };
}
