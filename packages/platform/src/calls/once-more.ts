import { StatementFailed } from '@ringfence/tenancy';

/** A deadlock that Postgres broke, two that could not be put in a row, and a call that was joined into another meanwhile. */
const LOST_RACES = ['40P01', '40001', '23503'];

/** Does `work` again, once, if another transaction was in its way: nothing of the first time is left, and providers hardly try again. */
export async function onceMore<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof StatementFailed && LOST_RACES.includes(error.code))) throw error;
    return work();
  }
}
