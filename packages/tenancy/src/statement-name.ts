const LIMIT = 500;
const names = new Map<string, string>();

/**
 * The name under which a statement's text is prepared, once per connection: parsing and planning it costs more than running it.
 * Texts beyond the first 500 stay unnamed, so that lists of every length can't fill the server's memory.
 */
export function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= LIMIT) return known;
  const name = `tenant_${names.size}`;
  names.set(text, name);
  return name;
}
