const PLAIN = /^[a-z_][a-z0-9_]{0,62}$/;

/** A role's or schema's name, which takes no quotes then. @throws TypeError for one that would need them: SQL takes no parameter here. */
export function plainName(name: string): string {
  if (!PLAIN.test(name)) throw new TypeError('a role or schema is named in small letters, digits and "_" alone');
  return name;
}

/** A text as a literal, for statements that take no parameters. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
