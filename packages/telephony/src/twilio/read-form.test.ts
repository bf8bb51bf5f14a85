import { expect, test } from 'vitest';
import { readForm } from './read-form.ts';

test('values come decoded, in order, repeated and blank ones too', () => {
  const form = readForm(Buffer.from('City=S%C3%A3o%20Paulo&To=%2B15125550188&Zip=&Media=b&Media=a&Plus=a+b&Bare'));
  expect([...form]).toEqual([
    ['City', ['São Paulo']],
    ['To', ['+15125550188']],
    ['Zip', ['']],
    ['Media', ['b', 'a']],
    ['Plus', ['a b']],
    ['Bare', ['']],
  ]);
});

test("a question mark is a name like any other, and a prototype's names are only names", () => {
  expect([...readForm('?a=1&__proto__=x&constructor=y')]).toEqual([
    ['?a', ['1']],
    ['__proto__', ['x']],
    ['constructor', ['y']],
  ]);
  expect(Object.prototype).not.toHaveProperty('x');
});

test('broken escapes and bytes that are no text give some form, never an error', () => {
  expect(readForm('%=%zz&%ff=1').size).toBe(2);
  expect(readForm(new Uint8Array([0xff, 0xfe, 0x3d, 0x00])).size).toBe(1);
  expect(readForm('').size).toBe(0);
});
