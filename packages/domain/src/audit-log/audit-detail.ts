/** What else is known of a row: counts and fixed words, never a name, number or secret. */
export type AuditDetail = Readonly<Record<string, string | number>>;
