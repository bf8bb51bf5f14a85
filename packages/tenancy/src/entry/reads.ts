import { Gather } from '../connections/gather.ts';
import type { Answer, Asked, Statement } from '../connections/statement.ts';
import { StatementSkipped } from '../connections/unit.ts';
import type { Entrant } from './entrant.ts';
import type { EntrySettings } from './entry-settings.ts';
import { runEntered } from './run-entered.ts';
import type { TenantStatements } from './tenant-statements.ts';
import type { Trips } from './trips.ts';

/** So many at most travel together: the last one's caller waits for all. */
const MOST_TOGETHER = 20;

/** Somebody who waits for a statement, or for the role alone. */
interface Wish {
  readonly statement: Statement | null;
  answer(answer: Answer | undefined, role: string): void;
  refuse(error: unknown): void;
}

/**
 * Reads of one entrant. What is asked together travels together: the entry, the statements, one Sync. Between them no connection is
 * held, and each unit's membership is the database's at that moment.
 */
export class Reads implements TenantStatements {
  readonly #settings: EntrySettings;
  readonly #entrant: Entrant;
  readonly #trips: Trips;
  readonly #gather = new Gather<Wish>((wishes) => {
    for (let start = 0; start < wishes.length; start += MOST_TOGETHER) void this.#run(wishes.slice(start, start + MOST_TOGETHER));
  });

  constructor(settings: EntrySettings, entrant: Entrant, trips: Trips) {
    this.#settings = settings;
    this.#entrant = entrant;
    this.#trips = trips;
  }

  ask(statement: Statement): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#gather.add({ statement, answer: (answer) => answer && resolve(answer), refuse: reject });
    });
  }

  role(): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#gather.add({ statement: null, answer: (_answer, role) => resolve(role), refuse: reject });
    });
  }

  /** What Postgres skipped behind a failed statement runs again, once, each in a unit of its own: it hadn't failed. */
  async #run(wishes: readonly Wish[]): Promise<void> {
    const skipped: Wish[] = [];
    const asked = wishes.flatMap((wish) => (wish.statement ? [ask(wish, wish.statement, skipped)] : []));
    this.#trips.count(asked.length);
    const { role, failure } = await runEntered(this.#settings, this.#entrant, asked);
    for (const wish of wishes) {
      if (role === null) wish.refuse(failure);
      else if (!wish.statement) wish.answer(undefined, role);
    }
    if (role === null) return;
    for (const wish of skipped) void this.#run([wish]);
  }
}

function ask(wish: Wish, statement: Statement, skipped: Wish[]): Asked {
  return {
    statement,
    resolve: (answer) => wish.answer(answer, ''),
    reject: (error) => (error instanceof StatementSkipped ? skipped.push(wish) : wish.refuse(error)),
  };
}
