/** Which table an id belongs to, as three hexadecimal digits inside it. */
const KINDS = { organization: '0a1', user: '0a2', connection: '0a3', call: '0a4' } as const;
export type NumberedKind = keyof typeof KINDS;

/** The first 48 bits of a UUIDv7 are milliseconds: ids of higher numbers are younger. */
const FIRST_MS = 0x0199_0000_0000;

/** The id of the n-th row, so that millions of rows can be asked for without having been read. */
export function numberedId(kind: NumberedKind, n: number): string {
  const time = hex(FIRST_MS + n);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${KINDS[kind]}-8000-${hex(n)}`;
}

/** The same in SQL, of an expression of type bigint. */
export function numberedIdSql(kind: NumberedKind, expression: string): string {
  const time = `lpad(to_hex(${FIRST_MS} + ${expression}), 12, '0')`;
  return `(${time} || '7${KINDS[kind]}8000' || lpad(to_hex((${expression})::bigint), 12, '0'))::uuid`;
}

function hex(value: number): string {
  return value.toString(16).padStart(12, '0');
}
