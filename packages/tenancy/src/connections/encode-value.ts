import type { EncodedValue } from './statement.ts';

/**
 * A parameter in Postgres's text format. Done before anything is written: a value that can't be encoded must not leave half a
 * message behind. Times go in UTC, arrays as array literals, other objects as JSON.
 */
export function encodeValue(value: unknown): EncodedValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (Buffer.isBuffer(value)) return value;
  if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return arrayLiteral(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value as number);
}

function arrayLiteral(items: readonly unknown[]): string {
  return `{${items.map(arrayItem).join(',')}}`;
}

function arrayItem(item: unknown): string {
  if (Array.isArray(item)) return arrayLiteral(item);
  const encoded = encodeValue(item);
  if (encoded === null) return 'NULL';
  const text = typeof encoded === 'string' ? encoded : String.raw`\x${encoded.toString('hex')}`;
  return `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}
