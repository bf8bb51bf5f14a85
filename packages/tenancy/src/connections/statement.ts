/** A parameter as it goes over the wire: text, bytes or null. */
export type EncodedValue = string | Buffer | null;

/** One statement, ready to be sent. One with a name is prepared once per connection; one without is parsed each time. */
export interface Statement {
  readonly text: string;
  readonly name: string | undefined;
  readonly values: readonly EncodedValue[];
}

export interface Field {
  readonly name: string;
  readonly dataTypeID: number;
}

/** What Postgres answered: rows as text, in the order of `fields`. */
export interface Answer {
  readonly rows: readonly (readonly (string | null)[])[];
  readonly fields: readonly Field[];
  /** The command tag, as in `SELECT 50` or `COMMIT`. */
  readonly command: string;
}

/** A statement somebody waits for. */
export interface Asked {
  readonly statement: Statement;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}
