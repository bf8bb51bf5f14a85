import type { Caller } from '../caller.ts';

/** Who enters, and what the database holds the entry to. */
export interface Entrant {
  readonly caller: Caller;
  /** The database refuses writes to one that only reads. */
  readonly access: 'read' | 'write';
  /** The roles that may enter; null for every actor that belongs. */
  readonly roles: readonly string[] | null;
}
