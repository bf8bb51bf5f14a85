import type { DataSet } from './data-set.ts';
import { type CallsDatabase, startCallsDatabase } from './start-calls-database.ts';

/** One Postgres for a whole run of the bench, started when the first part asks. */
export interface SharedDatabase {
  /** With these data sets in it; those that are there already stay as they are. */
  withCalls(dataSets: readonly DataSet[]): Promise<CallsDatabase>;
  stop(): Promise<void>;
}

export function shareDatabase(log: (line: string) => void): SharedDatabase {
  let started: Promise<CallsDatabase> | undefined;
  const schemas = new Set<string>();
  return {
    async withCalls(dataSets) {
      const database = await (started ??= startCallsDatabase(log));
      for (const data of dataSets.filter(({ schema }) => !schemas.has(schema))) {
        await database.add(data);
        schemas.add(data.schema);
      }
      return database;
    },
    stop: async () => (await started)?.stop(),
  };
}
