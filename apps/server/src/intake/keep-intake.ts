import type { Tenancy } from '@ringfence/tenancy';

const BEAT_EVERY_MS = 5_000;
/** A silence of all servers that is longer than this is a pause: providers try again for seconds only. */
const SILENT_AFTER = '20 seconds';

export interface Intake {
  close(): Promise<void>;
}

/** Says every few seconds that messages are taken here. Where nobody did for a while, the pause is noted, and providers are asked for it. */
export function keepIntake(tenancy: Pick<Tenancy, 'lookup'>, onError: (error: unknown) => void): Intake {
  let beating = beat();
  const timer = setInterval(() => {
    beating = beating.then(beat);
  }, BEAT_EVERY_MS).unref();

  async function beat(): Promise<void> {
    await tenancy.lookup('note_intake', SILENT_AFTER).catch(onError);
  }
  return {
    close() {
      clearInterval(timer);
      return beating;
    },
  };
}
