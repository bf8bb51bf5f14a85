/** One statement of one organisation, as it ended. Without text, parameters and rows. */
export interface StatementTold {
  readonly orgId: string;
  /** The name under which it was prepared: the same for the same text. */
  readonly name: string | undefined;
  /** From being asked to being answered, the wait for a connection included. */
  readonly ms: number;
  readonly rows: number;
  /** SQLSTATE of a failure. */
  readonly failure: string | undefined;
}

export type OnStatement = (told: StatementTold) => void;
