import type { PoolClient } from 'pg';
import { withoutParameters } from '../statement-failed.ts';
import type { Asked } from './statement.ts';
import { type PreparedStatements, Unit } from './unit.ts';

/** What leaves a connection unfit for the next tenant although it answers: a plan or a statement that isn't what we hold it to be. */
const UNFIT = new Set(['0A000', '26000', '42P05', 'TN002']);

/** A connection that somebody holds. It goes back once, clean or not at all. */
export class TenantConnection {
  readonly #client: PoolClient;
  readonly #prepared: PreparedStatements | null;
  readonly #onError = () => {
    this.#isUnfit = true;
  };
  #isUnfit = false;
  #isReleased = false;

  constructor(client: PoolClient, prepared: PreparedStatements | null) {
    this.#client = client;
    this.#prepared = prepared;
    client.on('error', this.#onError);
  }

  /** Sends statements and one Sync; resolves with nothing, or with what failed, once Postgres has closed them. Never rejects. */
  run(asked: readonly Asked[]): Promise<{ readonly failure: unknown } | undefined> {
    return new Promise((resolve) => {
      const unit = new Unit(asked, this.#prepared, (error) => {
        if (unit.leavesSomething) this.#isUnfit = true;
        if (error === undefined) return resolve(undefined);
        const failure = withoutParameters(error);
        if (isFatal(error)) this.#isUnfit = true;
        resolve({ failure });
      });
      this.#client.query(unit);
    });
  }

  /** Whether a transaction is open on it, and not failed. */
  isInTransaction(): boolean {
    return this.#client.getTransactionStatus() === 'T';
  }

  /** Gives the connection back: to the next tenant if it is idle and outside any transaction, else to nobody. */
  release(): void {
    if (this.#isReleased) return;
    this.#isReleased = true;
    this.#client.off('error', this.#onError);
    this.#client.release(this.#isUnfit || this.#client.getTransactionStatus() !== 'I');
  }

  /** Gives it back after a failed unit, whose Sync `pg` doesn't tell: a Sync of its own shows how the connection was left. */
  async releaseAfterFailure(): Promise<void> {
    if (!this.#isUnfit) await this.run([]);
    this.release();
  }

  destroy(): void {
    this.#isUnfit = true;
    this.release();
  }
}

/** Whether the connection can't be used on: the server ended it, the socket did, or its statements are no longer ours. */
function isFatal(error: unknown): boolean {
  if (!(error instanceof Error)) return true;
  const { severity, code } = error as { severity?: unknown; code?: unknown };
  return severity !== 'ERROR' || (typeof code === 'string' && UNFIT.has(code));
}
