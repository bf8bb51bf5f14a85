export const TABLE_CHECKS = [
  'org_id',
  'no null rows',
  'row-level security',
  'policies',
  'primary key',
  'foreign keys',
  'belongs to no tenant',
] as const;
export type TableCheck = (typeof TABLE_CHECKS)[number];

/** One check of one table, and what was found in words. */
export interface Verified {
  readonly table: string;
  readonly check: TableCheck;
  readonly ok: boolean;
  readonly found: string;
}
