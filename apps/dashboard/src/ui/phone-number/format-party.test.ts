import { expect, test } from 'vitest';
import { formatParty } from './format-party.ts';

test('a number is national for who shares its calling code, international for others', () => {
  expect(formatParty({ number: '+12125550148', address: null }, 'US')).toBe('(212) 555-0148');
  expect(formatParty({ number: '+12125550148', address: null }, 'CA')).toBe('(212) 555-0148');
  expect(formatParty({ number: '+12125550148', address: null }, 'DE')).toBe('+1 212 555 0148');
  expect(formatParty({ number: '+493012345678', address: null }, 'DE')).toBe('030 12345678');
});

test('a number that no plan lists is still shown', () => {
  expect(formatParty({ number: '+99912345678', address: null }, 'US')).toContain('999');
});

test('who isn’t a number is shown as it was heard', () => {
  expect(formatParty({ number: null, address: 'anonymous' }, 'US')).toBe('Withheld');
  expect(formatParty({ number: null, address: 'sip:front@desk.example' }, 'US')).toBe('front@desk.example');
  expect(formatParty({ number: null, address: '204' }, 'US')).toBe('204');
  expect(formatParty({ number: null, address: null }, 'US')).toBeNull();
});
