import { ConfigurationFailure, readVariables } from '@ringfence/db';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { DevOrg, isLoopbackHost, JwtIssuers, JwtSecret, LegacyUntil, refuseOpenDevelopment } from './index.ts';

const Variables = z.object({
  RINGFENCE_JWT_ISSUERS: JwtIssuers.optional(),
  RINGFENCE_JWT_SECRET: JwtSecret.optional(),
  RINGFENCE_LEGACY_USER_METADATA_UNTIL: LegacyUntil.optional(),
  RINGFENCE_DEV_ORG: DevOrg.optional(),
});
const entry = { issuer: 'https://a.example/', jwksUri: 'https://a.example/jwks', audience: 'ringfence' };
const LIST = 'expected a JSON list of {"issuer","jwksUri","audience"}';

test('what is right is read', () => {
  const read = readVariables(Variables, {
    RINGFENCE_JWT_ISSUERS: JSON.stringify([entry, { ...entry, issuer: 'b', jwksUri: 'http://127.0.0.1:3000/jwks', algorithm: 'ES256' }]),
    RINGFENCE_JWT_SECRET: 'super-secret-jwt-token-with-at-least-32-characters-long',
    RINGFENCE_LEGACY_USER_METADATA_UNTIL: '2027-01-31',
  });
  expect(read.RINGFENCE_JWT_ISSUERS?.map(({ issuer }) => issuer)).toEqual(['https://a.example/', 'b']);
  expect(read.RINGFENCE_LEGACY_USER_METADATA_UNTIL).toEqual(new Date('2027-01-31T00:00:00Z'));
});

test.each([
  ['RINGFENCE_JWT_ISSUERS', 'https://a.example', `${LIST}; the list: `],
  ['RINGFENCE_JWT_ISSUERS', JSON.stringify(entry), `${LIST}; the list: `],
  ['RINGFENCE_JWT_ISSUERS', JSON.stringify([{ issuer: 'a', jwksUri: 'https://a.example' }]), `${LIST}; entry 1 audience: `],
  ['RINGFENCE_JWT_ISSUERS', JSON.stringify([entry, { ...entry, issuer: '' }]), `${LIST}; entry 2 issuer: must not be empty`],
  ['RINGFENCE_JWT_ISSUERS', JSON.stringify([entry, entry]), `${LIST}; the list: must name each issuer once`],
  ['RINGFENCE_JWT_ISSUERS', JSON.stringify([{ ...entry, issuer: 'ringfence:0123' }]), `${LIST}; entry 1 issuer: must be another`],
  ...['http://a.example/jwks', 'http://localhost.evil.example/jwks', 'https://u:p@a.example/jwks', 'file:///etc/passwd', 'a.example'].map(
    (jwksUri) => ['RINGFENCE_JWT_ISSUERS', JSON.stringify([{ ...entry, jwksUri }]), `${LIST}; entry 1 jwksUri: must be an https`],
  ),
  ['RINGFENCE_JWT_ISSUERS', JSON.stringify([{ ...entry, algorithm: 'HS256' }]), `${LIST}; entry 1 algorithm: must be one of RS256`],
  ['RINGFENCE_JWT_ISSUERS', JSON.stringify([{ ...entry, algorithm: 'none' }]), `${LIST}; entry 1 algorithm: must be one of RS256`],
  ['RINGFENCE_JWT_SECRET', 'a'.repeat(31), 'expected at least 32 bytes'],
  ['RINGFENCE_LEGACY_USER_METADATA_UNTIL', 'soon', 'expected a date'],
  ['RINGFENCE_LEGACY_USER_METADATA_UNTIL', '2027-02-30', 'expected a date'],
  ['RINGFENCE_DEV_ORG', 'acme', 'expected the id of an organisation'],
])('a wrong %s (%s) is told in one line', (name, value = '', told = '') => {
  const read = () => readVariables(Variables, { [name]: value });
  expect(read).toThrow(ConfigurationFailure);
  expect(read).toThrow(`${name}: ${told}`);
  expect(read).toThrow(/^[^\n]+\.$/);
});

describe('ATK-060: a sign-in without a token is refused', () => {
  const alone = { devOrg: '01a21067-4b68-7bd4-9072-ceedaeed930a', mode: undefined, host: '127.0.0.1', publicUrl: undefined };

  test.each([
    ['in production', { mode: 'production' }, 'NODE_ENV is production'],
    ['on every address', { host: '0.0.0.0' }, 'HOST is not'],
    ['on every IPv6 address', { host: '::' }, 'HOST is not'],
    ['on a name that begins like loopback', { host: 'localhost.evil.example' }, 'HOST is not'],
    ['on a number that begins like loopback', { host: '127.evil.example' }, 'HOST is not'],
    ['behind a public address', { publicUrl: 'https://calls.example' }, 'PUBLIC_URL is not'],
  ])('%s', (_where, changed, reason) => {
    expect(() => refuseOpenDevelopment({ ...alone, ...changed })).toThrow(`RINGFENCE_DEV_ORG: expected nothing, since ${reason}`);
    expect(() => refuseOpenDevelopment({ ...alone, ...changed, devOrg: undefined })).not.toThrow();
  });

  test('and taken on this machine alone', () => {
    for (const host of ['127.0.0.1', '127.8.8.8', 'localhost', '::1', '[::1]']) expect(isLoopbackHost(host)).toBe(true);
    expect(() => refuseOpenDevelopment({ ...alone, publicUrl: 'http://localhost:4000' })).not.toThrow();
  });
});
