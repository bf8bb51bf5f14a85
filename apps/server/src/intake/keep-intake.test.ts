import { openTenancies, testDatabase } from '@ringfence/testing/database';
import { expect, test, vi } from 'vitest';
import { keepIntake } from './keep-intake.ts';

test('a server says at once that it takes messages, and not a word after it was closed', async () => {
  const database = await testDatabase();
  const tenancies = openTenancies(database);
  const failures: unknown[] = [];
  await keepIntake(tenancies.app, (error) => failures.push(error)).close();
  const [noted] = await tenancies.app.lookup<{ paused_until: string | null }>('note_intake', '20 seconds');
  await tenancies.close();
  await database.close();
  expect(failures).toEqual([]);
  expect(noted).toHaveProperty('paused_until');
});

test('a database that is away is told of, and stops nobody', async () => {
  const onError = vi.fn<(error: unknown) => void>();
  const away = { lookup: () => Promise.reject(new Error('away')) };
  await keepIntake(away, onError).close();
  expect(onError).toHaveBeenCalledOnce();
});
