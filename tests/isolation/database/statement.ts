import type { Client } from 'pg';

/** What a statement came to: the rows it read or touched, or the SQLSTATE and words of its refusal. */
export interface Outcome {
  readonly rows: number;
  readonly code: string | null;
  readonly message: string | null;
}

/** Runs one statement inside the client's open transaction, which a refusal leaves usable. */
export async function attempt(client: Client, text: string, values: unknown[] = []): Promise<Outcome> {
  await client.query('savepoint attempt');
  try {
    const { rowCount } = await client.query(text, values);
    return { rows: rowCount ?? 0, code: null, message: null };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    await client.query('rollback to savepoint attempt');
    return { rows: 0, code: String(error.code), message: error.message };
  }
}

/** A number out of a statement that gives one. */
export async function countOf(client: Client, text: string, values: unknown[] = []): Promise<number> {
  const { rows } = await client.query<{ count: string }>(text, values);
  return Number(rows[0]?.count);
}

export async function holds(client: Client, text: string, values: unknown[] = []): Promise<boolean> {
  const { rows } = await client.query<{ holds: boolean }>(`select (${text}) as holds`, values);
  return rows[0]?.holds === true;
}
