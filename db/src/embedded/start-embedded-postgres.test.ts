import { once } from 'node:events';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { ConfigurationFailure } from '../configuration/configuration-failure.ts';
import { attachEmbeddedPostgres } from './attach-embedded-postgres.ts';
import { openEmbeddedPostgres } from './open-embedded-postgres.ts';
import { startEmbeddedPostgres } from './start-embedded-postgres.ts';

async function newFolder(): Promise<{ dataDir: string; log: () => void }> {
  return { dataDir: await mkdtemp(path.join(tmpdir(), 'ringfence-data-')), log: () => {} };
}

async function ask<Row>(databaseUrl: string, text: string): Promise<Row[]> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    return await sql.unsafe<Row[]>(text);
  } finally {
    await sql.end();
  }
}

test('what was written is there after a stop, after a kill, and with the port taken by somebody else', async () => {
  const folder = await newFolder();
  const first = await startEmbeddedPostgres(folder);
  await ask(first.databaseUrl, 'create table kept as select 1 as number');
  expect(await attachEmbeddedPostgres(folder)).toBe(first.databaseUrl);
  await first.stop();
  expect(await attachEmbeddedPostgres(folder)).toBeNull();

  const intruder = createServer().listen(Number(new URL(first.databaseUrl).port), '127.0.0.1');
  await once(intruder, 'listening');
  const second = await startEmbeddedPostgres(folder);
  expect(second.databaseUrl).not.toBe(first.databaseUrl);
  intruder.close();
  process.kill(Number((await readFile(path.join(folder.dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]), 'SIGKILL');
  await second.lastWords;

  const third = await startEmbeddedPostgres(folder);
  expect(third.databaseUrl).toBe(second.databaseUrl);
  expect(await ask(third.databaseUrl, 'select number from kept')).toEqual([{ number: 1 }]);
  await third.stop();
});

test('one that outlived its Ringfence is stopped in order, and its file with the number of another living process fools nobody', async () => {
  const folder = await newFolder();
  const survivor = await startEmbeddedPostgres(folder);
  await ask(survivor.databaseUrl, 'create table kept ()');
  const heir = await startEmbeddedPostgres(folder);
  await survivor.lastWords;
  await ask(heir.databaseUrl, 'select from kept');
  await heir.stop();

  await writeFile(
    path.join(folder.dataDir, 'postgres/postmaster.pid'),
    `${process.pid}\n${folder.dataDir}/postgres\n0\n5432\n\n127.0.0.1\n0 0\nready\n`,
  );
  expect(await attachEmbeddedPostgres(folder)).toBeNull();
  const last = await startEmbeddedPostgres(folder);
  await ask(last.databaseUrl, 'select from kept');
  await last.stop();
});

test('commands at the same time take turns', async () => {
  const folder = await newFolder();
  async function command(number: number): Promise<void> {
    const { databaseUrl, close } = await openEmbeddedPostgres(folder);
    await ask(databaseUrl, `create table command_${number} ()`);
    await close();
  }
  await Promise.all([command(1), command(2), command(3)]);
  const { databaseUrl, close } = await openEmbeddedPostgres(folder);
  expect(await ask(databaseUrl, `select relname from pg_class where relname like 'command_%'`)).toHaveLength(3);
  await close();
});

test('a database of another major version is left alone, and said to be one', async () => {
  const folder = await newFolder();
  const { stop } = await startEmbeddedPostgres(folder);
  await stop();
  await writeFile(path.join(folder.dataDir, 'postgres/PG_VERSION'), '17\n');
  const start = startEmbeddedPostgres(folder);
  await expect(start).rejects.toThrow(ConfigurationFailure);
  await expect(start).rejects.toThrow('was made by PostgreSQL 17');
});
