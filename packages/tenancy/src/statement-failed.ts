import { DrizzleQueryError } from 'drizzle-orm';
import { TenantClientEnded } from './tenant-client-ended.ts';

/**
 * A statement that Postgres refused, told without parameters and row values: the driver's own message, detail and query
 * hold phone numbers and tokens.
 */
export class StatementFailed extends Error {
  /** SQLSTATE, or the socket's own code when the connection was lost. */
  readonly code: string;
  readonly table: string | undefined;
  readonly constraint: string | undefined;
  constructor({ code, table, constraint }: { code: string; table?: string | undefined; constraint?: string | undefined }) {
    super(`A statement failed (${[code, table, constraint].filter(Boolean).join(', ')}).`);
    this.name = 'StatementFailed';
    this.code = code;
    this.table = table;
    this.constraint = constraint;
  }
}

/** Translates a driver's error; whatever isn't one is given back as it is. */
export function withoutParameters(error: unknown): unknown {
  const inner = error instanceof DrizzleQueryError ? error.cause : error;
  if (isDriverError(inner)) return new StatementFailed(inner);
  if (inner instanceof TenantClientEnded) return inner;
  return error instanceof DrizzleQueryError ? new StatementFailed({ code: 'unknown' }) : error;
}

interface DriverError extends Error {
  code: string;
  table?: string;
  constraint?: string;
}

/** Postgres's errors carry a severity, a lost socket's a syscall; `pg` says a dropped connection in words alone. */
function isDriverError(error: unknown): error is DriverError {
  if (!(error instanceof Error)) return false;
  if (
    /^Connection terminated|^Client (was closed|has encountered a connection error)|^timeout exceeded when trying to connect|^Query read timeout/.test(
      error.message,
    )
  ) {
    Object.assign(error, { code: '08006' });
    return true;
  }
  return 'code' in error && typeof error.code === 'string' && ('severity' in error || 'syscall' in error);
}
