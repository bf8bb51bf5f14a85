import { InvalidInput, RateLimited } from '@ringfence/domain';
import { TRPCError, type TRPCDefaultErrorShape } from '@trpc/server';
import { getStatusCodeFromKey, TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/unstable-core-do-not-import';
import { ZodError } from 'zod';
import { describeIssue } from './describe-issue.ts';
import { translateFailure } from './translate-failure.ts';

interface Formatted {
  readonly error: TRPCError;
  readonly shape: TRPCDefaultErrorShape;
  readonly ctx?: { readonly requestId: string } | undefined;
}

/** What leaves with an error: tRPC's code, our words, the field where there is one. No driver's text, no stack, no id. */
export function formatError({ error, shape, ctx }: Formatted) {
  const translated = translateFailure(error);
  const { code, cause, message } = translated instanceof TRPCError ? translated : error;
  const told = inWords(code, cause, message, ctx?.requestId);
  return {
    code: TRPC_ERROR_CODES_BY_KEY[code],
    message: told.message,
    data: {
      code,
      httpStatus: getStatusCodeFromKey(code),
      ...(shape.data.path === undefined ? {} : { path: shape.data.path }),
      ...(told.field === undefined ? {} : { field: told.field }),
      ...(told.reference === undefined ? {} : { reference: told.reference }),
      ...(told.retryAfterMs === undefined ? {} : { retryAfterMs: told.retryAfterMs }),
    },
  };
}

interface Told {
  readonly message: string;
  readonly field?: string;
  readonly reference?: string | undefined;
  readonly retryAfterMs?: number;
}

function inWords(code: TRPCError['code'], cause: unknown, message: string, requestId: string | undefined): Told {
  if (code === 'PARSE_ERROR' || (code === 'BAD_REQUEST' && cause instanceof SyntaxError))
    return { message: 'The request is not valid JSON.' };
  if (code === 'INTERNAL_SERVER_ERROR') {
    return { message: `Something went wrong on our side. The log has it under ${requestId ?? 'this moment'}.`, reference: requestId };
  }
  if (cause instanceof RateLimited) return { message, retryAfterMs: cause.retryAfterMs };
  if (cause instanceof InvalidInput) return { message, field: cause.field };
  const issue = cause instanceof ZodError ? cause.issues[0] : undefined;
  if (!issue) return { message };
  const { field, expected } = describeIssue(issue);
  return { message: `${field}: ${expected}`, field };
}
