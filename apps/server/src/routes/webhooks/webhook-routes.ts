import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerError } from '../../requests/answer-error.ts';
import { findConnection } from './find-connection.ts';
import { receiveWebhook, refuse, type WebhookDependencies } from './receive-webhook.ts';
import { twilioRecording, twilioStatus } from './twilio-webhooks.ts';
import { vapiMessage } from './vapi-webhook.ts';
import type { WebhookKind } from './webhook-kind.ts';

const BODY_LIMIT_BYTES = 1024 * 1024;

interface ToConnection {
  readonly Params: { connectionId: string };
}

/** Providers' ways in. Bodies stay bytes until their origin is proven. */
export function webhookRoutes(app: FastifyInstance, dependencies: WebhookDependencies): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
  addWebhook(twilioStatus);
  addWebhook(twilioRecording);
  addWebhook(vapiMessage);

  function addWebhook<Content>(kind: WebhookKind<Content>): void {
    app.register(async (scope) => {
      scope.setErrorHandler<FastifyError, ToConnection>((error, request, reply) =>
        answerWebhookError(dependencies, kind, error, request, reply),
      );
      scope.post<ToConnection>(kind.url, { bodyLimit: BODY_LIMIT_BYTES }, (request, reply) =>
        receiveWebhook(dependencies, kind, request, reply),
      );
    });
  }
}

/** Fastify refuses a body that is too large before a handler sees it, so it is counted here. */
async function answerWebhookError<Content>(
  dependencies: WebhookDependencies,
  kind: WebhookKind<Content>,
  error: FastifyError,
  request: FastifyRequest<ToConnection>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  request.told['provider'] = kind.provider;
  if (error.statusCode !== 413) return answerError(error, request, reply);
  try {
    const connection = await findConnection(dependencies.tenancy, kind.provider, request.params.connectionId);
    return await refuse(dependencies, kind, connection, 'too-large', request, reply);
  } catch (failure) {
    return answerError(failure instanceof Error ? failure : new TypeError('not an error'), request, reply);
  }
}
