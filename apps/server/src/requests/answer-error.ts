import { type Failure, isFailure } from '@ringfence/domain';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';

const STATUS = {
  'not-found': 404,
  forbidden: 403,
  conflict: 409,
  'rate-limited': 429,
  'invalid-input': 400,
  unavailable: 503,
} as const satisfies Record<Failure['kind'], number>;

const RETRY_AFTER_SECONDS = 5;

/** What Fastify itself refuses, in our words. */
const REFUSALS: Readonly<Record<number, string>> = {
  400: 'The request could not be read.',
  413: 'The request is too large.',
  415: 'This content type is not taken here.',
};

/** Answers an error outside tRPC: our failures by their kind, Fastify's refusals by their status, anything else as internal, logged. */
export function answerError(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (isFailure(error)) {
    if (error.kind === 'unavailable') reply.header('retry-after', RETRY_AFTER_SECONDS);
    return reply.code(STATUS[error.kind]).send({ code: error.kind, message: error.message });
  }
  const status = 'statusCode' in error ? error.statusCode : undefined;
  const message = status === undefined ? undefined : REFUSALS[status];
  if (status !== undefined && message !== undefined) return reply.code(status).send({ code: 'refused', message });
  request.log.error({ err: error }, 'a request failed');
  return reply.code(500).send({ code: 'internal', message: `Something went wrong on our side. The log has it under ${request.id}.` });
}
