/**
 * One request's journeys to the database. Handed to each of its entries, it lets reads of one caller share a round trip, and counts
 * for the trace.
 */
export class Trips {
  /** Statements asked for, entries not counted. */
  statements = 0;
  roundTrips = 0;
  /** Statements that shared their round trip with another. */
  shared = 0;
  readonly #readers = new Map<string, unknown>();

  /** For a log line. */
  toJSON(): { roundTrips: number; statements: number; shared: number } {
    const { roundTrips, statements, shared } = this;
    return { roundTrips, statements, shared };
  }

  count(statements: number): void {
    this.roundTrips += 1;
    this.statements += statements;
    if (statements > 1) this.shared += statements;
  }

  /** What was made for `name` in this request before, or what `make` makes now. */
  once<T>(name: string, make: () => T): T {
    const known = this.#readers.get(name);
    if (known !== undefined) return known as T;
    const made = make();
    this.#readers.set(name, made);
    return made;
  }
}
