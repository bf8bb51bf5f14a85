import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/unstable-core-do-not-import';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';

const REFUSALS = {
  400: { code: 'BAD_REQUEST', message: 'The request could not be read.' },
  413: { code: 'PAYLOAD_TOO_LARGE', message: 'The request is larger than 256 KiB.' },
  415: { code: 'UNSUPPORTED_MEDIA_TYPE', message: 'Send application/json.' },
} as const;

/** What Fastify refuses before tRPC sees it, in the shape that tRPC's clients read. */
export function answerTrpcError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = REFUSALS[(error.statusCode ?? 500) as keyof typeof REFUSALS];
  if (!refusal) request.log.error({ err: error }, 'a request failed');
  const { code, message } = refusal ?? {
    code: 'INTERNAL_SERVER_ERROR',
    message: `Something went wrong on our side. The log has it under ${request.id}.`,
  };
  const httpStatus = refusal ? (error.statusCode ?? 500) : 500;
  return reply.code(httpStatus).send({ error: { code: TRPC_ERROR_CODES_BY_KEY[code], message, data: { code, httpStatus } } });
}
