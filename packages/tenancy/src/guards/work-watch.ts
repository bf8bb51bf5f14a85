import type { GuardWarning, Guards } from './guards.ts';

const MOST_ROUND_TRIPS = 10;
/** So many turns of one query from one place aren't by chance. */
const LOOP_TURNS = 3;

/** Watches what one piece of work asks, and tells each mistake once. */
export class WorkWatch {
  readonly #guards: Guards;
  /** In how many turns each query was asked, by place and name. */
  readonly #turns = new Map<string, { turn: number; turns: number }>();
  #turn = 0;
  #isInTurn = false;

  constructor(guards: Guards) {
    this.#guards = guards;
  }

  /** Notes a statement. What is asked in one turn of the event loop shares a round trip, so only turns count. */
  asked(name: string | undefined, at: string): void {
    if (!this.#isInTurn) this.#startTurn(at);
    const key = `${at} ${name}`;
    const noted = this.#turns.get(key) ?? { turn: 0, turns: 0 };
    if (noted.turn === this.#turn) return;
    this.#turns.set(key, { turn: this.#turn, turns: noted.turns + 1 });
    if (noted.turns + 1 === LOOP_TURNS) {
      this.#warn('awaited-in-a-loop', 'The same query is awaited in a loop. Ask for all at once: inArray, or Promise.all.', at);
    }
  }

  afterItsEnd(at: string): void {
    this.#warn('without-a-tenant', 'A tenant client was used after its work was over: an await is missing, or the client was kept.', at);
  }

  #startTurn(at: string): void {
    this.#turn += 1;
    this.#isInTurn = true;
    process.nextTick(() => {
      this.#isInTurn = false;
    });
    const most = this.#guards.mostRoundTrips ?? MOST_ROUND_TRIPS;
    if (this.#turn === most + 1) {
      this.#warn(
        'too-many-round-trips',
        `One piece of work made more than ${most} round trips. Ask together what doesn't depend on each other.`,
        at,
      );
    }
  }

  #warn(kind: GuardWarning['kind'], message: string, at: string): void {
    this.#guards.warn({ kind, message, at });
  }
}
