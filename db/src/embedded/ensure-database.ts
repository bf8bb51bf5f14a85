import postgres from 'postgres';
import { hasCode } from '../data-folder/has-code.ts';
import { DATABASE } from './embedded-url.ts';

/** Makes the database that the address names unless it is there. */
export async function ensureDatabase(databaseUrl: string): Promise<void> {
  const maintenance = new URL(databaseUrl);
  maintenance.pathname = '/postgres';
  const sql = postgres(maintenance.href, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(`create database ${DATABASE}`);
  } catch (error) {
    if (!hasCode(error, '42P04')) throw error;
  } finally {
    await sql.end();
  }
}
