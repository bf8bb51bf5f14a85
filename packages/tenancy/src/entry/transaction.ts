import { Gather } from '../connections/gather.ts';
import type { Answer, Asked, Statement } from '../connections/statement.ts';
import type { TenantConnection } from '../connections/tenant-connection.ts';
import { StatementFailed } from '../statement-failed.ts';
import { TenantClientEnded } from '../tenant-client-ended.ts';
import { asRefusal } from './as-refusal.ts';
import { askCommand } from './ask-command.ts';
import { askRole } from './ask-role.ts';
import type { Entrant } from './entrant.ts';
import { entryStatements } from './entry-statements.ts';
import type { EntrySettings } from './entry-settings.ts';
import { isOfEntrant } from './is-of-entrant.ts';
import { orSkipped } from './or-skipped.ts';
import { runEntered } from './run-entered.ts';
import type { TenantStatements } from './tenant-statements.ts';
import type { Trips } from './trips.ts';

export type Isolation = 'read committed' | 'repeatable read' | 'serializable';

/**
 * A transaction that stays open between its statements. BEGIN and the entry travel with the first of them; after a failure Postgres
 * takes nothing more, and neither does this.
 */
export class Transaction implements TenantStatements {
  readonly #settings: EntrySettings;
  readonly #entrant: Entrant;
  readonly #trips: Trips;
  readonly #isolation: Isolation;
  readonly #role = Promise.withResolvers<string>();
  readonly #gather = new Gather<Asked>((asked) => this.#enqueue(asked));
  #waiting: Asked[] = [];
  #exchanges: Promise<void> | undefined;
  #connection: TenantConnection | undefined;
  #isBegun = false;
  #isEntered = false;
  #isOver = false;
  #failure: unknown;

  constructor(settings: EntrySettings, entrant: Entrant, trips: Trips, isolation: Isolation) {
    this.#settings = settings;
    this.#entrant = entrant;
    this.#trips = trips;
    this.#isolation = isolation;
    this.#role.promise.catch(() => {});
  }

  /** What failed first in it, whatever was made of that since. */
  get failure(): unknown {
    return this.#failure;
  }

  ask(statement: Statement): Promise<Answer> {
    return new Promise((resolve, reject) => this.#gather.add({ statement, resolve, reject }));
  }

  role(): Promise<string> {
    if (!this.#isBegun) this.#gather.add();
    return this.#role.promise;
  }

  /** What was asked before is part of it. @throws StatementFailed with 25P02 where a statement had failed and nobody said so. */
  async commit(): Promise<void> {
    this.#gather.flush();
    await this.#exchanges;
    if (this.#failure !== undefined) throw this.#refusal();
    if (!this.#connection) return this.#enterAlone();
    const { done, asked } = askCommand('commit');
    this.#trips.count(0);
    const ended = await this.#connection.run([asked]);
    if (ended) throw ended.failure;
    if ((await done) !== 'COMMIT') throw new StatementFailed({ code: '25P02' });
    this.#connection.release();
  }

  /** What was asked and not sent is refused: sent later, it would hold a connection that nobody gives back. */
  async rollback(): Promise<void> {
    this.#isOver = true;
    this.#gather.flush();
    await this.#exchanges;
    if (!this.#connection) return;
    await this.#connection.run([askCommand('rollback').asked]);
    // An entry that failed for anything but who wished to enter leaves the connection unfit.
    if (this.#isEntered || isOfEntrant(this.#failure)) this.#connection.release();
    else this.#connection.destroy();
  }

  /** Lets go at once, whatever is under way: its connection is thrown away, and with it the transaction. */
  abandon(): void {
    this.#isOver = true;
    this.#connection?.destroy();
  }

  /** Nothing was asked; who doesn't belong is refused all the same. */
  async #enterAlone(): Promise<void> {
    this.#trips.count(0);
    const { role, failure } = await runEntered(this.#settings, this.#entrant, []);
    if (role === null) throw failure;
    this.#role.resolve(role);
  }

  #enqueue(asked: readonly Asked[]): void {
    if (this.#failure !== undefined || this.#isOver) return this.#refuse(asked);
    this.#waiting.push(...asked);
    this.#exchanges ??= this.#exchangeAll();
  }

  async #exchangeAll(): Promise<void> {
    do {
      const asked = this.#waiting;
      this.#waiting = [];
      if (this.#failure === undefined && !this.#isOver) await this.#exchange(asked);
      else this.#refuse(asked);
    } while (this.#waiting.length > 0);
    this.#exchanges = undefined;
  }

  async #exchange(asked: readonly Asked[]): Promise<void> {
    const skipped: Asked[] = [];
    try {
      const connection = (this.#connection ??= await this.#take());
      const opening = this.#isBegun ? [] : this.#open();
      this.#trips.count(asked.length);
      const ended = await connection.run([...opening, ...asked.map((each) => orSkipped(each, skipped))]);
      if (ended) this.#fail(asRefusal(ended.failure));
      // A statement of the work ended it: whatever came next would run outside of it, without a tenant.
      else if (!connection.isInTransaction()) this.#fail(new StatementFailed({ code: '25P01' }));
    } catch (error) {
      this.#fail(error);
      skipped.push(...asked);
    }
    this.#refuse(skipped);
  }

  #refuse(asked: readonly Asked[]): void {
    for (const each of asked) each.reject(this.#refusal());
    if (this.#isOver) this.#role.reject(this.#refusal());
  }

  async #take(): Promise<TenantConnection> {
    const connection = await this.#settings.connections.take();
    if (!this.#isOver) return connection;
    connection.release();
    throw this.#refusal();
  }

  #open(): Asked[] {
    this.#isBegun = true;
    const begin = askCommand(`begin isolation level ${this.#isolation}`).asked;
    const resolve = (role: string) => {
      this.#isEntered = true;
      this.#role.resolve(role);
    };
    return [begin, ...askRole(entryStatements(this.#settings, this.#entrant), { ...this.#role, resolve })];
  }

  #fail(failure: unknown): void {
    this.#failure ??= failure;
    this.#role.reject(failure);
  }

  #refusal(): unknown {
    if (this.#isOver) return new TenantClientEnded('its transaction is over');
    return this.#isEntered ? new StatementFailed({ code: '25P02' }) : this.#failure;
  }
}
