import type { InputSchema } from './input-schema.ts';

const LONG = 4_000;

/** Values that a place of an input must refuse. */
export function wrongValues(schema: InputSchema): unknown[] {
  if (schema.anyOf || schema.oneOf || schema.allOf) return [];
  const texts = ['a\0b', '\ud800', 'x'.repeat((schema.maxLength ?? LONG) + 1)];
  switch (schema.type) {
    case 'string':
      return [...texts, 7, true, [], {}, [[]], ...(schema.enum ? ['__proto__', 'constructor', ''] : []), ...(isForm(schema) ? ['x'] : [])];
    case 'integer':
    case 'number':
      return [1e9, -1e9, 1e308, '50', true, [], {}, ...(schema.type === 'integer' ? [0.5] : []), ...(schema.minimum === 1 ? [0, -1] : [])];
    case 'boolean':
      return ['true', 1, [], {}];
    case 'array':
      return ['x', 7, {}, Array.from({ length: 10_000 }, () => 0), { length: 1 }];
    case 'object':
      return ['x', 7, []];
    default:
      return [];
  }
}

/** A form of its own, which no single letter has. */
function isForm({ format, pattern }: InputSchema): boolean {
  return format !== undefined || pattern !== undefined;
}

/** Values that a place may take or refuse, at once, and never stumble over. */
export function strangeValues(schema: InputSchema): unknown[] {
  if (schema.type !== 'string') return [null];
  const most = Math.min(schema.maxLength ?? 36, LONG);
  const fill = (piece: string) => piece.repeat(Math.floor(most / piece.length));
  return [
    null,
    '',
    ' ',
    fill('('),
    fill('a') + '!',
    fill('%'),
    fill('\\'),
    fill('_%'),
    fill('0'),
    fill('é'),
    fill('😀').slice(0, -1),
    '\u202e\ufeff\u2028',
    "'; drop table calls; --",
    '$1',
    '${1}',
    '{{1}}',
    '../../etc/passwd',
    'NaN',
    '-0',
    'null',
    '__proto__',
    '\r\nset-cookie: a=b',
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00+23:59',
    '9999-12-31T23:59:59-23:59',
    `2026-01-01T00:00:00.${'9'.repeat(300)}Z`,
    '00000000-0000-0000-0000-000000000000',
    'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
    '{b3a1c6a0-0000-4000-8000-000000000000}',
  ];
}
