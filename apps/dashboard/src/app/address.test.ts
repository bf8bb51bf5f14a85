import { expect, test } from 'vitest';
import { parseAddress, writeAddress } from './address.ts';

test('a filtered view has the address that the contract names', () => {
  expect(writeAddress({ direction: 'inbound', status: 'missed', search: undefined })).toBe('?direction=inbound&status=missed');
});

test('a number in the search stays as it was typed', () => {
  const address = writeAddress({ search: '+12125550148' });
  expect(parseAddress(address)).toEqual({ search: '+12125550148' });
  expect(parseAddress('?search=007')).toEqual({ search: '007' });
});
