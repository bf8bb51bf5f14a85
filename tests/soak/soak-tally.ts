import { StatementFailed, TenantClientEnded, TenantRefused } from '@ringfence/tenancy';
import { SOAK } from './soak-options.ts';

/** An error that a visit throws itself. */
export class OwnError extends Error {}

/** What was seen. */
export class SoakTally {
  done = 0;
  cancelled = 0;
  kills = 0;
  /** Rows of another organisation that somebody was shown or told of. */
  foreignRows = 0;
  /** Answers without all the rows that are there: a statement ran with no tenant. */
  shortAnswers = 0;
  /** Failures, by code. */
  readonly failures: Record<string, number> = {};
  /** Errors that nobody foresaw, and what was thrown past everybody. */
  readonly unforeseen = new Set<string>();

  /** Looks at an answer of which every row of the organisation, and no other, must be part. */
  saw(orgId: string, rows: readonly { readonly orgId: string }[], expected: number = SOAK.leadsEach): void {
    this.foreignRows += rows.filter((row) => row.orgId !== orgId).length;
    if (rows.length !== expected) this.shortAnswers += 1;
  }

  failed(error: unknown): void {
    const code = codeOf(error);
    if (code === undefined) this.unforeseen.add(String(error));
    this.failures[code ?? 'unforeseen'] = (this.failures[code ?? 'unforeseen'] ?? 0) + 1;
  }
}

function codeOf(error: unknown): string | undefined {
  if (error instanceof OwnError) return 'its own';
  if (error instanceof TenantClientEnded) return 'ended';
  if (error instanceof TenantRefused || error instanceof StatementFailed) return error.code;
  return undefined;
}
