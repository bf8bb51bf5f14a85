const formats = new Map<string, Intl.DateTimeFormat>();

/** An `Intl` format, made once for each language and options: making one costs more than a hundred uses. */
export function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(language, options);
  formats.set(key, made);
  return made;
}
