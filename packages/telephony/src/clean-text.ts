/** A provider's text as Postgres can hold it: no NUL, no half of a surrogate pair, no blanks around it; null when nothing is left. */
export function cleanText(value: unknown, maxLength = 10_000): string | null {
  if (typeof value !== 'string') return null;
  const text = value.replaceAll('\0', '').trim().slice(0, maxLength).toWellFormed();
  return text === '' ? null : text;
}
