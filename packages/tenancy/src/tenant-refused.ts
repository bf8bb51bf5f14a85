/** Why the database didn't let an actor in. */
export type RefusalCode = 'TN001' | 'TN002' | 'TN003';

/** The database refused an entry: a forged or expired context, a second tenant, or an actor that doesn't belong. */
export class TenantRefused extends Error {
  readonly code: RefusalCode;
  constructor(code: RefusalCode) {
    super(`The tenant could not be entered (${code}).`);
    this.name = 'TenantRefused';
    this.code = code;
  }
}
