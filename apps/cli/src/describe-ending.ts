import { InvalidInput, isFailure } from '@ringfence/domain';
import { ConfigurationFailure } from '@ringfence/db';
import { StatementFailed, TenantRefused } from '@ringfence/tenancy';
import { CommanderError } from 'commander';
import { CommandFailed } from './command-failed.ts';
import { UsageFailure } from './usage-failure.ts';

/** How a command that threw ends: the exit code, and one line for whoever called it (null where all is said). */
export interface Ending {
  readonly exitCode: 0 | 1 | 2;
  readonly line: string | null;
}

const SCHEMA_MISSING = ['3F000', '42P01', '42883', '42501'];
const LOG_IN_REFUSED = ['28P01', '28000'];
const UNREACHABLE = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'CONNECT_TIMEOUT', '3D000'];
const DEEPEST_CAUSE = 4;

/** Tells an error in one line: 2 for what the caller or operator must set right, 1 for work that failed. */
export function describeEnding(error: unknown): Ending {
  if (error instanceof CommanderError) return describeUsage(error);
  if (error instanceof CommandFailed) return { exitCode: 1, line: null };
  if (error instanceof UsageFailure || error instanceof ConfigurationFailure || error instanceof InvalidInput)
    return { exitCode: 2, line: error.message };
  if (isFailure(error)) return { exitCode: 1, line: error.message };
  if (error instanceof TenantRefused)
    return { exitCode: 2, line: 'RINGFENCE_SECRET_KEY does not fit this database: expected the key it was first started with.' };
  return describeCode(codeOf(error, 0), error);
}

function describeUsage({ exitCode, code, message }: CommanderError): Ending {
  if (exitCode === 0) return { exitCode: 0, line: null };
  if (code === 'commander.help') return { exitCode: 2, line: 'Expected a command; --help lists them.' };
  return { exitCode: 2, line: message.replace(/^error: /, '').replaceAll(/\s*\n\s*/g, ' ') };
}

function describeCode(code: string, error: unknown): Ending {
  if (LOG_IN_REFUSED.includes(code)) {
    return {
      exitCode: 2,
      line: 'The database refused a log-in: expected the right password in DATABASE_URL, SERVICE_DATABASE_URL and IDENTITY_DATABASE_URL.',
    };
  }
  if (UNREACHABLE.includes(code)) return { exitCode: 2, line: `DATABASE_URL: expected a database that can be reached (${code}).` };
  if (SCHEMA_MISSING.includes(code))
    return {
      exitCode: 2,
      line: `The database is not ready for this (${code}): run \`ringfence migrate\` with a DATABASE_URL whose role may migrate.`,
    };
  if (error instanceof StatementFailed) return { exitCode: 1, line: error.message };
  return {
    exitCode: 1,
    line: `Something on our side failed (${error instanceof Error ? error.name : typeof error}${code && `, ${code}`}). LOG_LEVEL=debug tells where.`,
  };
}

function codeOf(error: unknown, depth: number): string {
  if (!(error instanceof Error) || depth > DEEPEST_CAUSE) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return codeOf(error instanceof AggregateError ? error.errors[0] : error.cause, depth + 1);
}
