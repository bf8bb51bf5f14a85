import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAddress } from './read-address.ts';

describe('a party as a provider wrote it', () => {
  test.each([
    ['+14155550123', '+14155550123'],
    ['+1 (415) 555-0123', '+14155550123'],
    ['  +447700900123 ', '+447700900123'],
    ['+1234567890', '+1234567890'],
    ['+88810123456789', '+88810123456789'],
  ])('%s is the number %s, listed in a plan or not', (text, number) => {
    expect(readAddress(text)).toEqual({ number, heard: text.trim() });
  });

  test.each(['1001', 'sip:alice@office.example', 'client:bob', '+12', '+0123456789', '+12345678901234567', 'whatsapp:+14155550123'])(
    '%s is no phone number, and kept as heard',
    (text) => {
      expect(readAddress(text)).toEqual({ number: null, heard: text });
    },
  );

  test.each(['+266696687', 'Anonymous', 'RESTRICTED', '+86282452253', 'sip:anonymous@anonymous.invalid', 'sip:Restricted@10.1.2.3'])(
    'whoever withheld the number (%s) is anonymous',
    (text) => {
      expect(readAddress(text)).toEqual({ number: null, heard: 'anonymous' });
    },
  );

  test.each([null, undefined, '', '   '])('nothing said (%j) is nobody', (text) => {
    expect(readAddress(text)).toBeNull();
  });

  test('any text gives an E.164 number or none, never longer than a column holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'+0123456789 -()x;'.split('')) })), (text) => {
        const address = readAddress(text);
        expect(address?.number ?? '+10000000').toMatch(/^\+[1-9]\d{1,14}$/);
        expect(address?.heard.length ?? 0).toBeLessThanOrEqual(256);
      }),
    );
  });
});
