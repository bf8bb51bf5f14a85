import type { Caller } from '../caller.ts';
import type { Connections } from '../connections/open-connections.ts';
import type { ConnectionLimits } from '../connections/prepare-connection.ts';
import type { Guards } from '../guards/guards.ts';
import type { OnStatement } from './on-statement.ts';

/** What every entry of one kernel shares. */
export interface EntrySettings {
  readonly connections: Connections;
  readonly limits: ConnectionLimits;
  /** The longest that one entry may take, milliseconds. */
  readonly limitMs: number;
  sign(caller: Caller): string;
  readonly onStatement: OnStatement | undefined;
  readonly guards: Guards | undefined;
}
