import { testDatabase } from '@ringfence/testing/database';
import { Client } from 'pg';
import { afterAll, expect, test } from 'vitest';
import { runSoak } from './run-soak.ts';

/** Half a minute of what `npm run soak` does a million times. */
const TRANSACTIONS = 15_000;

const database = await testDatabase();
const superuser = new Client({ connectionString: database.urls.superuser });
await superuser.connect();
afterAll(async () => {
  await superuser.end();
  await database.close();
});

test(`${TRANSACTIONS} interleaved transactions of 200 organisations through 8 connections: nothing crosses, none is lost`, async () => {
  const { urls, secretKey } = database;
  const result = await runSoak({ appUrl: urls.app, secretKey, superuser }, { transactions: TRANSACTIONS, seed: 1 });
  expect(result).toMatchObject({ foreignRows: 0, shortAnswers: 0, crossedWrites: 0, leftInTransaction: 0, unforeseen: [] });
  expect(result.connectionsAtEnd).toBe(8);
  const failed = Object.values(result.failures).reduce((sum, each) => sum + each, 0);
  expect(result.done + failed, 'each ended one way or the other').toBe(TRANSACTIONS);
  expect(result.done).toBeGreaterThan(TRANSACTIONS * 0.8);
  const failuresBy = (...codes: string[]) => codes.reduce((sum, code) => sum + (result.failures[code] ?? 0), 0);
  for (const code of ['its own', 'ended', 'TN003', '22012', '25P02']) expect(failuresBy(code), `failures by ${code}`).toBeGreaterThan(0);
  expect(failuresBy('57P01', '08006'), 'failures by a lost backend').toBeGreaterThan(0);
  expect(result.kills).toBeGreaterThan(TRANSACTIONS / 2_000);
}, 300_000);
