import { TRPCClientError } from '@trpc/client';
import { kindOfCode } from './kind-of-code.ts';
import { kindOfStatus } from './kind-of-status.ts';
import { readRetryAfter } from './read-retry-after.ts';
import type { RingfenceFailure } from './ringfence-failure.ts';
import type { RingfenceRouter } from './ringfence-router.ts';
import { UnreadableAnswer } from './unreadable-answer.ts';

type ClientError = TRPCClientError<RingfenceRouter>;

/** What can be known of a failed request, whatever its kind. */
interface Known {
  readonly message: string;
  readonly path: string | null;
  readonly field: string | null;
  readonly reference: string | null;
  readonly retryAfterMs: number | null;
}

/** Why a request or a stream failed; null for an error that didn't come from the client. */
export function failureOf(error: unknown): RingfenceFailure | null {
  if (!isClientError(error)) return null;
  const { data, message } = error;
  if (data) {
    return asKind(kindOfCode(data.code), {
      message,
      path: data.path ?? null,
      field: data.field ?? null,
      reference: data.reference ?? null,
      retryAfterMs: data.retryAfterMs ?? headerOf(error),
    });
  }
  return withoutWords(error);
}

/** Safe: only the client makes these, and all it makes are of this router. */
function isClientError(error: unknown): error is ClientError {
  return error instanceof TRPCClientError;
}

/** Nothing that our API said: nobody answered, somebody else did, or it is the refusal of a stream, of which there is a status alone. */
function withoutWords(error: ClientError): RingfenceFailure {
  const known: Known = { message: 'The server could not be reached.', path: null, field: null, reference: null, retryAfterMs: null };
  const { cause } = error;
  if (cause instanceof UnreadableAnswer) {
    return asKind(kindOfStatus(cause.status), { ...known, message: cause.message, retryAfterMs: cause.retryAfterMs });
  }
  const status = statusOfStream(error);
  if (status !== null) return asKind(kindOfStatus(status), { ...known, message: `The server answered with status ${status}.` });
  const isAborted = cause?.name === 'AbortError' || cause?.name === 'TimeoutError';
  return isAborted ? asKind('aborted', { ...known, message: 'The request was given up.' }) : asKind('unreachable', known);
}

function asKind(kind: RingfenceFailure['kind'], { message, path, field, reference, retryAfterMs }: Known): RingfenceFailure {
  switch (kind) {
    case 'invalid-input':
      return { kind, message, path, field: field ?? 'input' };
    case 'rate-limited':
    case 'unavailable':
      return { kind, message, path, retryAfterMs };
    case 'internal':
      return { kind, message, path, reference };
    default:
      return { kind, message, path };
  }
}

/** tRPC's link keeps the answer beside its error. */
function headerOf({ meta }: ClientError): number | null {
  return meta?.['response'] instanceof Response ? readRetryAfter(meta['response'].headers.get('retry-after')) : null;
}

/** `eventsource` tells the status as its event's `code`; tRPC hands the event on as the cause, or by mistake as the error's shape. */
function statusOfStream({ cause, shape }: ClientError): number | null {
  for (const told of [cause, shape] as readonly unknown[]) {
    if (typeof told === 'object' && told !== null && 'code' in told && typeof told.code === 'number' && told.code >= 100) return told.code;
  }
  return null;
}
