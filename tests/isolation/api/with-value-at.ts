/** An input with another value at one place; what isn't there is made on the way. */
export function withValueAt(input: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  if (Array.isArray(input)) return [withValueAt(input[0], rest, value)];
  const fields = (input ?? {}) as Readonly<Record<string, unknown>>;
  return { ...fields, [name]: withValueAt(fields[name], rest, value) };
}
