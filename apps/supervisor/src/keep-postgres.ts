import { type EmbeddedPostgres, startEmbeddedPostgres } from '@ringfence/db/embedded';
import { tellProgress } from './tell-progress.ts';

export interface KeptPostgres {
  readonly databaseUrl: string;
  stop(): Promise<void>;
}

/** Runs the embedded Postgres, and starts it again on the same port if it is killed: everybody's connections come back by themselves. `giveUp` is told if it is lost for good. */
export async function keepPostgres(dataDir: string, giveUp: (reason: unknown) => void): Promise<KeptPostgres> {
  const options = { dataDir, log: tellProgress };
  const state: { postgres: EmbeddedPostgres; isStopping: boolean } = { postgres: await startEmbeddedPostgres(options), isStopping: false };
  const { databaseUrl } = state.postgres;

  async function keep(): Promise<void> {
    for (;;) {
      const lastWords = await state.postgres.lastWords;
      if (state.isStopping) return;
      tellProgress(`Postgres ended (${lastWords}); starting it again…`);
      state.postgres = await startEmbeddedPostgres(options);
      if (state.postgres.databaseUrl !== databaseUrl)
        throw new Error('Postgres had to take another port, for its own was taken. Start again.');
    }
  }

  keep().catch(giveUp);
  return {
    databaseUrl,
    stop() {
      state.isStopping = true;
      return state.postgres.stop();
    },
  };
}
