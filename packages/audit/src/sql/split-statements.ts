/** The statements in a text, without comments; a `;` inside of quotes or of a dollar-quoted body ends none. */
export function splitStatements(sql: string): string[] {
  const blanked = sql.replaceAll(/--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"[^"]*"|(\$\w*\$)[\s\S]*?\1/g, (quoted) =>
    quoted.startsWith('--') || quoted.startsWith('/*') ? ' ' : quoted.replaceAll(';', ' '),
  );
  return blanked
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}
