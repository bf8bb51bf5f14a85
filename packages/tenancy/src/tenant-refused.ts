const REFUSAL_CODES = ['TN001', 'TN002', 'TN003', 'TN004'] as const;

/** Why the database didn't let an actor in. */
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/**
 * The database refused an entry: a forged or expired context (TN001), a second tenant (TN002), an actor that doesn't belong (TN003),
 * or one whose role isn't among those that may (TN004).
 */
export class TenantRefused extends Error {
  readonly code: RefusalCode;
  constructor(code: RefusalCode) {
    super(`The tenant could not be entered (${code}).`);
    this.name = 'TenantRefused';
    this.code = code;
  }

  static isCode(code: string): code is RefusalCode {
    return REFUSAL_CODES.some((known) => known === code);
  }
}
