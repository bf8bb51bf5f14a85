/** A form's parameters, each with its values in the order they came: blank and repeated ones count for the signature. */
export type FormFields = ReadonlyMap<string, readonly string[]>;

/** Parses an `application/x-www-form-urlencoded` body; any bytes give some form. */
export function readForm(body: Uint8Array | string): FormFields {
  const text = typeof body === 'string' ? body : Buffer.from(body).toString('utf8');
  const fields = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(text.startsWith('?') ? `&${text}` : text)) {
    const values = fields.get(name);
    if (values) values.push(value);
    else fields.set(name, [value]);
  }
  return fields;
}
