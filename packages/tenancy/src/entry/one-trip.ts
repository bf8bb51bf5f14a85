import { Gather } from '../connections/gather.ts';
import type { Answer, Asked, Statement } from '../connections/statement.ts';
import { StatementSkipped } from '../connections/unit.ts';
import { StatementFailed } from '../statement-failed.ts';
import { TenantClientEnded } from '../tenant-client-ended.ts';
import type { Entrant } from './entrant.ts';
import type { EntrySettings } from './entry-settings.ts';
import { runEntered } from './run-entered.ts';
import type { TenantStatements } from './tenant-statements.ts';
import type { Trips } from './trips.ts';

interface Wish {
  readonly statement: Statement;
  readonly answer: PromiseWithResolvers<Answer>;
}

/**
 * A whole transaction in one round trip: what is asked first, together, is all there is, and it is committed when it answers. For a
 * mutation that knows so of itself; a second wish is refused.
 */
export class OneTrip implements TenantStatements {
  readonly #settings: EntrySettings;
  readonly #entrant: Entrant;
  readonly #trips: Trips;
  readonly #role = Promise.withResolvers<string>();
  readonly #gather = new Gather<Wish>((wishes) => void this.#run(wishes));
  #isSent = false;
  #isOver = false;
  #failure: unknown;

  constructor(settings: EntrySettings, entrant: Entrant, trips: Trips) {
    this.#settings = settings;
    this.#entrant = entrant;
    this.#trips = trips;
    this.#role.promise.catch(() => {});
  }

  ask(statement: Statement): Promise<Answer> {
    if (this.#isSent) return Promise.reject(new TenantClientEnded('its one round trip was made; ask together, or leave out `isOneTrip`'));
    const answer = Promise.withResolvers<Answer>();
    this.#gather.add({ statement, answer });
    return answer.promise;
  }

  role(): Promise<string> {
    return this.#role.promise;
  }

  /**
   * Enters even if nothing was asked: who doesn't belong is refused all the same.
   * @throws StatementFailed with 25P02 where a statement had failed and nobody said so.
   */
  async finish(): Promise<void> {
    this.#gather.flush();
    if (!this.#isSent) await this.#run([]);
    await this.#role.promise;
    if (this.#failure !== undefined) throw new StatementFailed({ code: '25P02' });
  }

  /** The work failed: what it asked and wasn't sent never is. */
  abandon(): void {
    this.#isOver = true;
    this.#gather.flush();
    this.#role.reject(new TenantClientEnded('its work is over'));
  }

  async #run(wishes: readonly Wish[]): Promise<void> {
    this.#isSent = true;
    if (this.#isOver) {
      for (const { answer } of wishes) answer.reject(new TenantClientEnded('its work is over'));
      return;
    }
    this.#trips.count(wishes.length);
    const answers: Answer[] = [];
    const failures: unknown[] = [];
    const asked = wishes.map(({ statement }): Asked => ({
      statement,
      resolve: (answer) => answers.push(answer),
      reject: (error) => failures.push(error),
    }));
    const { role, failure } = await runEntered(this.#settings, this.#entrant, asked);
    this.#failure = failure;
    const isCommitted = role !== null && failure === undefined;
    if (role === null) this.#role.reject(failure);
    else this.#role.resolve(role);
    for (const [index, { answer }] of wishes.entries()) {
      const given = answers[index];
      if (isCommitted && given) answer.resolve(given);
      else answer.reject(failure ?? failures.find((each) => !(each instanceof StatementSkipped)));
    }
  }
}
