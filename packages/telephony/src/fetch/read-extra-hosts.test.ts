import { expect, test } from 'vitest';
import { isExtraHost } from './is-extra-host.ts';
import { readExtraHosts } from './read-extra-hosts.ts';

const names = (list: string, url: string) => isExtraHost(readExtraHosts(list), new URL(url));

test('a host is named with its port, or without for the default one', () => {
  expect(names('127.0.0.1:8080, sound.test', 'http://127.0.0.1:8080/x')).toBe(true);
  expect(names('127.0.0.1:8080, sound.test', 'https://SOUND.test/x')).toBe(true);
  expect(names('[::1]:8080', 'http://[::1]:8080/x')).toBe(true);
  expect(names('localhost:80', 'http://localhost/')).toBe(true);
  expect(names('localhost:443', 'https://localhost/')).toBe(true);
});

test('no other port and no other host is', () => {
  expect(names('127.0.0.1:8080', 'http://127.0.0.1:8081/')).toBe(false);
  expect(names('127.0.0.1', 'http://127.0.0.1:8080/')).toBe(false);
  expect(names('localhost:80', 'https://localhost/')).toBe(false);
  expect(names('sound.test', 'https://evil.sound.test/')).toBe(false);
  expect(names('', 'https://sound.test/')).toBe(false);
});

test.each(['http://x', 'a b', 'user@host', 'host/path', '*.host', 'host:99999', ':80', 'x?y', 'x#y', 'x\\y'])(
  '%j ends with a line that names the variable',
  (list) => {
    expect(() => readExtraHosts(list)).toThrow(/^RINGFENCE_RECORDING_HOSTS: must be host/);
  },
);
