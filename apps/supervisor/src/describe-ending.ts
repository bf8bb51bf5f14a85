import { ConfigurationFailure } from '@ringfence/db';
import { InvalidInput } from '@ringfence/domain';

const REFUSED = ['28P01', '28000'];
const UNREACHABLE = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'CONNECT_TIMEOUT', 'CONNECTION_CLOSED', '3D000'];
const NOT_ALLOWED = '42501';

/** How a start that failed ends: 2 for what the operator must set right, and what to say; 1 with all that is known otherwise. */
export function describeEnding(error: unknown): { exitCode: 1 | 2; line: string } {
  if (error instanceof ConfigurationFailure || error instanceof InvalidInput) return { exitCode: 2, line: error.message };
  const code = codeOf(error);
  if (REFUSED.includes(code)) return { exitCode: 2, line: `DATABASE_URL: expected a log-in that the database accepts (${code}).` };
  if (UNREACHABLE.includes(code)) return { exitCode: 2, line: `DATABASE_URL: expected a database that can be reached (${code}).` };
  if (code === NOT_ALLOWED)
    return { exitCode: 2, line: `DATABASE_URL: expected a role that may make roles and schemas (${messageOf(error)}).` };
  return { exitCode: 1, line: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
