import { StorageUnavailable } from '../storage-unavailable.ts';

const FULL = ['QuotaExceeded', 'ServiceQuotaExceeded', 'InsufficientStorage', 'XMinioStorageFull'];
const DAMAGED = ['BadDigest', 'InvalidDigest', 'XAmzContentChecksumMismatch'];

interface S3Failure {
  /** The server's word, or the system's where none answered. */
  readonly code: string;
  readonly httpStatus: number | null;
}

/** What a command failed with. */
function readFailure(error: unknown): S3Failure {
  if (!(error instanceof Error)) return { code: 'unknown', httpStatus: null };
  const metadata: unknown = '$metadata' in error ? error.$metadata : null;
  const status = metadata !== null && typeof metadata === 'object' && 'httpStatusCode' in metadata ? metadata.httpStatusCode : null;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return { code: code.slice(0, 60), httpStatus: typeof status === 'number' ? status : null };
}

/** Whether a server said of one thing that it isn't there, or isn't known there. */
export function isTold(error: unknown, ...codes: readonly string[]): boolean {
  return codes.includes(readFailure(error).code);
}

/** A command's failure as the storage's trouble; a bug stays what it is. */
export function asUnavailable(error: unknown): unknown {
  if (error instanceof StorageUnavailable || error instanceof TypeError || error instanceof RangeError) return error;
  const { code, httpStatus } = readFailure(error);
  return new StorageUnavailable(troubleOf(code, httpStatus), code, error);
}

function troubleOf(code: string, httpStatus: number | null): StorageUnavailable['trouble'] {
  if (FULL.includes(code) || httpStatus === 507) return 'full';
  if (DAMAGED.includes(code)) return 'damaged';
  if (code === 'CredentialsProviderError') return 'refused';
  return httpStatus !== null && httpStatus < 500 && httpStatus !== 429 && httpStatus !== 408 ? 'refused' : 'unreachable';
}
