import type { RingfenceFailure } from './ringfence-failure.ts';
import type { RingfenceErrorShape } from './ringfence-router.ts';

type Code = RingfenceErrorShape['data']['code'];

const KINDS = {
  PARSE_ERROR: 'invalid-input',
  BAD_REQUEST: 'invalid-input',
  PAYLOAD_TOO_LARGE: 'invalid-input',
  UNSUPPORTED_MEDIA_TYPE: 'invalid-input',
  METHOD_NOT_SUPPORTED: 'invalid-input',
  UNPROCESSABLE_CONTENT: 'invalid-input',
  UNAUTHORIZED: 'unauthorized',
  PAYMENT_REQUIRED: 'forbidden',
  FORBIDDEN: 'forbidden',
  NOT_FOUND: 'not-found',
  CONFLICT: 'conflict',
  PRECONDITION_FAILED: 'conflict',
  PRECONDITION_REQUIRED: 'conflict',
  TOO_MANY_REQUESTS: 'rate-limited',
  TIMEOUT: 'unavailable',
  BAD_GATEWAY: 'unavailable',
  SERVICE_UNAVAILABLE: 'unavailable',
  GATEWAY_TIMEOUT: 'unavailable',
  CLIENT_CLOSED_REQUEST: 'aborted',
  NOT_IMPLEMENTED: 'internal',
  INTERNAL_SERVER_ERROR: 'internal',
} as const satisfies Record<Code, RingfenceFailure['kind']>;

/** The kind behind one of tRPC's codes; `internal` for one that a newer server may know. */
export function kindOfCode(code: string): RingfenceFailure['kind'] {
  return Object.hasOwn(KINDS, code) ? KINDS[code as Code] : 'internal';
}
