import { installTenancy } from '@ringfence/tenancy/install';
import { installQueue } from '@ringfence/tenancy/worker';
import { Client } from 'pg';

export interface NotesInstallation {
  /** A role that may create roles and owns the database. */
  readonly databaseUrl: string;
  readonly contextKey: Buffer;
  readonly previousContextKey?: Buffer;
  readonly passwords: { readonly app: string; readonly worker: string };
}

/** Brings the database up to date; run by whoever deploys, before the programs start. Safe to run again. */
export async function installNotes({ databaseUrl, passwords, ...keys }: NotesInstallation): Promise<{ applied: number }> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const query = async <Row>(text: string, values?: readonly unknown[]) =>
      asRows<Row>((await client.query(text, values && [...values])).rows);
    const installed = await installTenancy(query, {
      ...keys,
      owner: 'notes_owner',
      lookup: 'notes_lookup',
      logIns: [
        { name: 'notes_app', password: passwords.app },
        { name: 'notes_worker', password: passwords.worker },
      ],
      migrations: new URL('../migrations/', import.meta.url),
    });
    await installQueue({ connectionString: databaseUrl, owner: 'notes_owner', worker: 'notes_worker', enqueuing: ['notes_app'] });
    return installed;
  } finally {
    await client.end();
  }
}

/** Safe: each query names its columns as its row type has them. */
function asRows<Row>(rows: unknown): Row[] {
  return rows as Row[];
}
