import { ConfigurationFailure } from '@ringfence/db';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readEnvironment } from './env.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
const ORG_ID = '01a21067-4b68-7bd4-9072-ceedaeed930a';

const given = {
  APP_DATABASE_URL: 'postgres://ringfence_app:a@database/ringfence',
  IDENTITY_DATABASE_URL: 'postgres://ringfence_identity:i@database/ringfence',
  SERVICE_DATABASE_URL: 'postgres://ringfence_service:s@database/ringfence',
  RINGFENCE_SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
};

test('what is not said has its default', () => {
  expect(readEnvironment(given)).toMatchObject({ port: 4000, publicUrl: 'http://127.0.0.1:4000', jwtIssuers: [], devOrg: undefined });
});

test.each<[string, Record<string, string>]>([
  ['RINGFENCE_JWT_ISSUERS', { RINGFENCE_JWT_ISSUERS: '{"issuer":"https://a.example"}' }],
  ['RINGFENCE_JWT_ISSUERS', { RINGFENCE_JWT_ISSUERS: '[{"issuer":"a","jwksUri":"http://a.example/jwks","audience":"b"}]' }],
  ['RINGFENCE_JWT_SECRET', { RINGFENCE_JWT_SECRET: 'short' }],
  ['RINGFENCE_LEGACY_USER_METADATA_UNTIL', { RINGFENCE_LEGACY_USER_METADATA_UNTIL: 'next year' }],
  ['RINGFENCE_DEV_ORG', { RINGFENCE_DEV_ORG: 'acme' }],
  ['RINGFENCE_DEV_ORG', { RINGFENCE_DEV_ORG: ORG_ID, NODE_ENV: 'production' }],
  ['RINGFENCE_DEV_ORG', { RINGFENCE_DEV_ORG: ORG_ID, HOST: '0.0.0.0' }],
  ['RINGFENCE_DEV_ORG', { RINGFENCE_DEV_ORG: ORG_ID, PUBLIC_URL: 'https://calls.example' }],
  ['PORT', { PORT: 'eighty' }],
  ['APP_DATABASE_URL', { APP_DATABASE_URL: '' }],
  ['RINGFENCE_SECRET_KEY', { RINGFENCE_SECRET_KEY: 'c2hvcnQ=' }],
])('a wrong %s is named, with what was expected', (name, variables) => {
  expect(() => readEnvironment({ ...given, ...variables })).toThrow(ConfigurationFailure);
  expect(() => readEnvironment({ ...given, ...variables })).toThrow(new RegExp(`^${name}: expected [^\n]+$`));
});

test(
  'ATK-060: in production a server that would let people in without a token does not start: exit 2, and one line',
  { timeout: 120_000 },
  async () => {
    const { promise, resolve } = Promise.withResolvers<[unknown, string]>();
    const env = { PATH: process.env['PATH'], ...given, RINGFENCE_DEV_ORG: ORG_ID, NODE_ENV: 'production' };
    execFile(process.execPath, [MAIN], { env }, (error, _stdout, stderr) => resolve([error?.code, stderr]));
    expect(await promise).toEqual([2, 'RINGFENCE_DEV_ORG: expected nothing, since NODE_ENV is production.\n']);
  },
);
