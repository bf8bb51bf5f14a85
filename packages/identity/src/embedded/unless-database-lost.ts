import { Unavailable } from '@ringfence/domain';

/** postgres.js's own codes of a lost connection, the socket's, and Postgres's for shutting down or being full. */
const LOST = /^(?:CONNECTION_|CONNECT_TIMEOUT|E[A-Z]+$|08|57P|53300)/;
const DEEPEST_CAUSE = 4;

/** Runs `work`. @throws Unavailable when the sign-in tables can't be reached, anything else as it is. */
export async function unlessDatabaseLost<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isLost(error, 0)) throw new Unavailable('The sign-in service could not be reached. Try again in a moment.');
    throw error;
  }
}

function isLost(error: unknown, depth: number): boolean {
  if (!(error instanceof Error) || depth > DEEPEST_CAUSE) return false;
  if (error instanceof AggregateError && error.errors.some((inner) => isLost(inner, depth + 1))) return true;
  const isLostHere = 'code' in error && typeof error.code === 'string' && LOST.test(error.code);
  return isLostHere || isLost(error.cause, depth + 1);
}
