import type { Connection, Submittable } from 'pg';
import { serialize } from 'pg-protocol';
import { withoutParameters } from '../statement-failed.ts';
import type { Asked, Field, Statement } from './statement.ts';

/** A statement behind one that failed in the same unit: Postgres skipped it, nothing of it ran. */
export class StatementSkipped extends Error {
  constructor() {
    super('A statement before this one failed, so it was not run.');
    this.name = 'StatementSkipped';
  }
}

/** The statements prepared on one connection, with what their answers look like. */
export type PreparedStatements = Map<string, readonly Field[]>;

/** Beyond this, statements stay unnamed, so that lists of every length can't fill the server's memory. */
const MOST_PREPARED = 500;
const NO_FIELDS: readonly Field[] = [];

/**
 * What leaves nothing on a connection. Anything else (SET, PREPARE, DECLARE, LISTEN, DO …) may: a prepared statement that was exchanged
 * under its name would run in the next tenant's transaction.
 */
const LEAVES_NOTHING = new Set([
  '',
  'SELECT',
  'INSERT',
  'UPDATE',
  'DELETE',
  'MERGE',
  'BEGIN',
  'COMMIT',
  'ROLLBACK',
  'SAVEPOINT',
  'RELEASE',
  'EXPLAIN',
  'SHOW',
  'LOCK',
  'COPY',
]);

interface Row {
  readonly fields: readonly (string | null)[];
}

/**
 * Statements that travel together, closed by one Sync: outside an open transaction Postgres runs them as one implicit transaction.
 * An error skips everything up to the Sync. Source: PostgreSQL, Frontend/Backend Protocol, Extended Query and Pipelining.
 */
export class Unit implements Submittable {
  readonly #asked: readonly Asked[];
  readonly #prepared: PreparedStatements | null;
  readonly #ended: (failure?: unknown) => void;
  readonly #names: string[] = [];
  #carried: readonly Unit[] = [];
  #isSent = false;
  #at = 0;
  #fields: readonly Field[] | undefined;
  #rows: (readonly (string | null)[])[] = [];
  /** Whether a statement ran that may leave something on the connection. */
  leavesSomething = false;

  /**
   * `ended` hears of the Sync's acknowledgement, or of the error that took its place, once. Without `prepared`, names are left out:
   * behind a pooler the next statement may reach another server process.
   */
  constructor(asked: readonly Asked[], prepared: PreparedStatements | null, ended: (failure?: unknown) => void) {
    this.#asked = asked;
    this.#prepared = prepared;
    this.#ended = ended;
  }

  /** Others that leave with it, to be handed to `pg` in this order as the one before each has ended. */
  carrying(others: readonly Unit[]): this {
    this.#carried = others;
    return this;
  }

  /** One write: the system call costs more than all that is built for it. */
  submit(wire: Connection): void {
    if (this.#isSent) return;
    const messages = [this, ...this.#carried].flatMap((unit) => unit.#leave());
    // A lost connection tells the unit of its loss by itself.
    if (wire.stream.writable) wire.stream.write(Buffer.concat(messages));
  }

  #leave(): Buffer[] {
    this.#isSent = true;
    const parsed = new Set<string>();
    return [...this.#asked.flatMap(({ statement }) => this.#messages(statement, parsed)), serialize.sync()];
  }

  #messages({ text, name, values }: Statement, parsed: Set<string>): Buffer[] {
    const prepared = this.#prepared;
    const isKnown = name !== undefined && prepared !== null && (prepared.has(name) || parsed.has(name));
    const hasRoom = prepared !== null && prepared.size + parsed.size < MOST_PREPARED;
    const kept = name !== undefined && (isKnown || hasRoom) ? name : '';
    this.#names.push(kept);
    const bind = serialize.bind({ statement: kept, values: [...values] });
    if (isKnown) return [bind, serialize.execute()];
    if (kept) parsed.add(kept);
    return [
      // It may be there all the same: prepared, and then failed at its first run. Closing what isn't there is no error.
      ...(kept ? [serialize.close({ type: 'S', name: kept })] : []),
      serialize.parse({ name: kept, text }),
      bind,
      serialize.describe({ type: 'P' }),
      serialize.execute(),
    ];
  }

  handleRowDescription({ fields }: { readonly fields: readonly Field[] }): void {
    this.#fields = fields.map(({ name, dataTypeID }) => ({ name, dataTypeID }));
  }

  handleDataRow({ fields }: Row): void {
    this.#rows.push(fields);
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    const asked = this.#asked[this.#at];
    if (!asked) return;
    if (!LEAVES_NOTHING.has(text.split(' ', 1)[0] ?? text)) this.leavesSomething = true;
    const name = this.#names[this.#at] ?? '';
    const fields = this.#fields ?? this.#prepared?.get(name) ?? NO_FIELDS;
    if (name) this.#prepared?.set(name, fields);
    const rows = this.#rows;
    this.#at += 1;
    this.#rows = [];
    this.#fields = undefined;
    asked.resolve({ rows, fields, command: text });
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete({ text: '' });
  }

  /** Never comes, since no statement is run in parts; `pg` asks for it. */
  handlePortalSuspended(): void {}

  handleCopyInResponse(wire: CopyingConnection): void {
    wire.sendCopyFail('a tenant client copies nothing in');
  }

  handleCopyData(): void {}

  handleReadyForQuery(): void {
    this.#ended();
  }

  /** After this `pg` tells the unit nothing more, not even of the Sync's acknowledgement. */
  handleError(error: unknown): void {
    const failure = withoutParameters(error);
    for (const [index, asked] of this.#asked.entries()) {
      if (index === this.#at) asked.reject(failure);
      if (index > this.#at) asked.reject(new StatementSkipped());
    }
    this.#at = this.#asked.length;
    this.#ended(error);
  }
}

interface CopyingConnection {
  sendCopyFail(message: string): void;
}
