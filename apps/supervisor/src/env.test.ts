import { ConfigurationFailure } from '@ringfence/db';
import { expect, test } from 'vitest';
import { readEnvironment } from './env.ts';

test('with nothing set there is a database of our own, demo data and the address of the README', () => {
  const environment = readEnvironment({});
  expect(environment).toMatchObject({ host: '127.0.0.1', port: 4000, databaseUrl: undefined, wantsDemo: true, dataDir: '.ringfence' });
});

test.each([
  ['PORT', { PORT: '70000' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'ringfence.example' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost/x' }],
  ['APP_DATABASE_URL', { APP_DATABASE_URL: 'yes' }],
  ['RINGFENCE_SECRET_KEY', { RINGFENCE_SECRET_KEY: Buffer.alloc(31).toString('base64') }],
  ['RINGFENCE_DEMO', { RINGFENCE_DEMO: 'no' }],
  ['RINGFENCE_DEV_ORG', { RINGFENCE_DEV_ORG: '01a21067-4b68-7bd4-9072-ceedaeed930a', HOST: '0.0.0.0' }],
  ['RINGFENCE_DEV_ORG', { RINGFENCE_DEV_ORG: '01a21067-4b68-7bd4-9072-ceedaeed930a', NODE_ENV: 'production' }],
])('a wrong %s is named, with what was expected', (name, variables) => {
  expect(() => readEnvironment(variables)).toThrow(ConfigurationFailure);
  expect(() => readEnvironment(variables)).toThrow(new RegExp(`^${name}: expected `));
});

test('in production there is no demo data unless it is asked for', () => {
  expect(readEnvironment({ NODE_ENV: 'production' }).wantsDemo).toBe(false);
  expect(readEnvironment({ NODE_ENV: 'production', RINGFENCE_DEMO: '1' }).wantsDemo).toBe(true);
});

test('children inherit no address of a database', () => {
  const addresses = { DATABASE_URL: 'postgres://a/b', SERVICE_DATABASE_URL: 'postgres://a/b', DATABASE_URL_DIRECT: 'postgres://a/b' };
  expect(readEnvironment({ ...addresses, LOG_LEVEL: 'debug' }).inherited).toEqual({ LOG_LEVEL: 'debug' });
});
