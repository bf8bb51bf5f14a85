import { expect, test } from 'vitest';
import { readEnvironment } from './env.ts';

const given = {
  WORKER_DATABASE_URL: 'postgres://ringfence_worker:w@pooler:6432/ringfence',
  RINGFENCE_SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
};

test('what is not said has its default, and an empty value is not said', () => {
  expect(readEnvironment({ ...given, RINGFENCE_DATA_DIR: '/data', STORAGE_URL: '', LOG_LEVEL: '' })).toEqual({
    databaseUrl: given.WORKER_DATABASE_URL,
    directDatabaseUrl: given.WORKER_DATABASE_URL,
    secretKey: Buffer.alloc(32, 7),
    previousSecretKey: undefined,
    storageUrl: 'file:/data/recordings',
    recordingHosts: [],
    logLevel: 'info',
  });
});

test("the queue listens past the pooler, with the worker's own log-in", () => {
  const { directDatabaseUrl } = readEnvironment({ ...given, DATABASE_URL_DIRECT: 'postgres://owner:o@database:5432/other' });
  expect(directDatabaseUrl).toBe('postgres://ringfence_worker:w@database:5432/ringfence');
});

test("a direct address without a port means Postgres's own, and not the pooler's", () => {
  const pooled = {
    WORKER_DATABASE_URL: 'postgres://ringfence_worker:w@pooler:6432/ringfence',
    DATABASE_URL_DIRECT: 'postgres://database/ringfence',
  };
  expect(readEnvironment({ ...given, ...pooled }).directDatabaseUrl).toBe('postgres://ringfence_worker:w@database/ringfence');
});

test.each([
  ['WORKER_DATABASE_URL', undefined, 'WORKER_DATABASE_URL: expected a value, found none.'],
  ['WORKER_DATABASE_URL', 'mysql://x', 'WORKER_DATABASE_URL: expected a Postgres address (postgres://…).'],
  ['RINGFENCE_SECRET_KEY', 'c2hvcnQ=', 'RINGFENCE_SECRET_KEY: expected 32 bytes in base64.'],
  ['RINGFENCE_SECRET_KEY_PREVIOUS', '!', 'RINGFENCE_SECRET_KEY_PREVIOUS: expected 32 bytes in base64.'],
  ['LOG_LEVEL', 'loud', 'LOG_LEVEL: expected one of fatal, error, warn, info, debug, trace, silent.'],
])('%s as %s is refused by its name', (name, value, line) => {
  expect(() => readEnvironment({ ...given, [name]: value })).toThrow(line);
});

test('no further host gives sound in production', () => {
  const hosts = { RINGFENCE_RECORDING_HOSTS: '127.0.0.1:9000, sounds.example' };
  expect(readEnvironment({ ...given, ...hosts }).recordingHosts).toEqual(['127.0.0.1:9000', 'sounds.example']);
  expect(() => readEnvironment({ ...given, ...hosts, NODE_ENV: 'production' })).toThrow('RINGFENCE_RECORDING_HOSTS');
});

test("nothing stands in for a provider's API but on this machine, and not in production", () => {
  const provider = { RINGFENCE_PROVIDER_URL: 'http://127.0.0.1:9000/' };
  expect(readEnvironment({ ...given, ...provider }).providerUrl).toBe('http://127.0.0.1:9000');
  expect(() => readEnvironment({ ...given, ...provider, NODE_ENV: 'production' })).toThrow('RINGFENCE_PROVIDER_URL: expected nothing');
  for (const elsewhere of ['https://api.twilio.example', 'http://127.0.0.1.evil.example', 'file:///etc/passwd', 'nowhere']) {
    expect(() => readEnvironment({ ...given, RINGFENCE_PROVIDER_URL: elsewhere })).toThrow('RINGFENCE_PROVIDER_URL: expected an address');
  }
});
