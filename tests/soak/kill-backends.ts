import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import type { SoakTally } from './soak-tally.ts';

const LOOK_EVERY_MS = 20;
/** Of a thousand transactions, so many lose their backend. */
const KILLS_SHARE = 1;

/** Ends busy backends of one application while it works, until `signal` ends it. */
export async function killBackends(superuser: Client, applicationName: string, tally: SoakTally, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    if (tally.kills < (tally.done / 1_000) * KILLS_SHARE) {
      const { rowCount } = await superuser.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where application_name = $1 and state <> 'idle' order by random() limit 1`,
        [applicationName],
      );
      tally.kills += rowCount ?? 0;
    }
    await pause(LOOK_EVERY_MS);
  }
}
