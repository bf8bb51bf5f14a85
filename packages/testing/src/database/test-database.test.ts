import { Client } from 'pg';
import { expect, test } from 'vitest';
import { testDatabase } from './test-database.ts';

async function rowOf(url: string, text: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows[0];
  } finally {
    await client.end();
  }
}

test('each log-in reaches the copy, and owner acts without being a superuser', async () => {
  const database = await testDatabase();
  try {
    expect(await rowOf(database.urls.app, 'select session_user as who')).toEqual({ who: 'ringfence_app' });
    expect(await rowOf(database.urls.worker, 'select session_user as who')).toEqual({ who: 'ringfence_worker' });
    expect(await rowOf(database.urls.service, 'select session_user as who')).toEqual({ who: 'ringfence_service' });
    expect(await rowOf(database.urls.identity, 'select session_user as who')).toEqual({ who: 'ringfence_identity' });
    expect(await rowOf(database.urls.owner, `select current_user as who, current_setting('is_superuser') as super`)).toEqual({
      who: 'ringfence_owner',
      super: 'off',
    });
  } finally {
    await database.close();
  }
});

test('a copy keeps what was granted on the database itself', async () => {
  const database = await testDatabase();
  try {
    await expect(rowOf(database.urls.app, 'create temporary table mine (x int)')).rejects.toThrow(
      'permission denied to create temporary tables',
    );
  } finally {
    await database.close();
  }
});

test('a sin stays in its own copy', async () => {
  const [sinned, clean] = await Promise.all([testDatabase({ sin: 'drop table public.leads cascade' }), testDatabase()]);
  try {
    const find = `select to_regclass('public.leads')::text as found`;
    expect(await rowOf(sinned.urls.superuser, find)).toEqual({ found: null });
    expect(await rowOf(clean.urls.superuser, find)).toEqual({ found: 'leads' });
  } finally {
    await Promise.all([sinned.close(), clean.close()]);
  }
});
