import { expect, test } from 'vitest';
import { ConfigurationFailure } from '../configuration/configuration-failure.ts';
import { logInUrl } from './log-ins.ts';

test('a user that an address names a second time, in its query, is never the one who serves', () => {
  const url = new URL(
    logInUrl('postgres://admin:secret@db.example/app?user=admin&password=secret&role=admin&sslmode=require', 'app', 'p@ss%'),
  );
  expect([url.username, decodeURIComponent(url.password)]).toEqual(['ringfence_app', 'p@ss%']);
  expect(url.search).toBe('?sslmode=require');
});

test.each(['postgres:///app?host=/run/postgresql', 'postgres://a:b@one:1,two:2/app'])(
  'an address that can hold no user is refused: %s',
  (address) => {
    expect(() => logInUrl(address, 'app', 'p')).toThrow(ConfigurationFailure);
  },
);
