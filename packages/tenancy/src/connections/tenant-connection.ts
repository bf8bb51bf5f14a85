import type { PoolClient } from 'pg';
import { withoutParameters } from '../statement-failed.ts';
import type { Asked } from './statement.ts';
import { type PreparedStatements, Unit } from './unit.ts';

/** What leaves a connection unfit for the next tenant although it answers: a plan or a statement that isn't what we hold it to be. */
const UNFIT = new Set(['0A000', '26000', '42P05', 'TN002']);

/** How a unit ended: with nothing, or with what failed. */
type Ended = { readonly failure: unknown } | undefined;

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
  async run(asked: readonly Asked[]): Promise<Ended> {
    const [ended] = await Promise.all(this.runEach([asked]));
    return ended;
  }

  /** Sends several in one write, each closed by a Sync of its own; what befalls one says nothing of the next. */
  runEach(groups: readonly (readonly Asked[])[]): Promise<Ended>[] {
    const endings = groups.map(() => Promise.withResolvers<Ended>());
    const units = groups.map((asked, index) => {
      const unit = new Unit(asked, this.#prepared, (error) => {
        if (unit.leavesSomething || (error !== undefined && isFatal(error))) this.#isUnfit = true;
        endings[index]?.resolve(error === undefined ? undefined : { failure: withoutParameters(error) });
        // `pg` hands the answers to one query at a time: the next is due when this one has ended.
        const next = units[index + 1];
        if (next) this.#client.query(next);
      });
      return unit;
    });
    const [first, ...others] = units;
    if (first) this.#client.query(first.carrying(others));
    return endings.map(({ promise }) => promise);
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

  /** Lets nobody use it after this. */
  spoil(): void {
    this.#isUnfit = true;
  }

  destroy(): void {
    this.spoil();
    this.release();
  }
}

/** Whether the connection can't be used on: the server ended it, the socket did, or its statements are no longer ours. */
function isFatal(error: unknown): boolean {
  if (!(error instanceof Error)) return true;
  const { severity, code } = error as { severity?: unknown; code?: unknown };
  return severity !== 'ERROR' || (typeof code === 'string' && UNFIT.has(code));
}
