/** Told when a procedure found nothing: with the error, or with null where it answered with an empty page. */
export type OnMiss = (error: unknown) => void | Promise<void>;

/**
 * The hook for whoever watches attempts to cross: looks at how the rest of a procedure ended, and tells a miss. A procedure that found
 * what it was asked for costs nothing; a stream is watched until it ends. What comes back is the answer, unchanged.
 */
export async function tellMiss<Result extends { readonly ok: boolean }>(result: Result, onMiss: OnMiss): Promise<Result> {
  if (!result.ok) {
    await onMiss('error' in result ? result.error : undefined);
    return result;
  }
  const data = 'data' in result ? result.data : undefined;
  if (isStream(data)) return { ...result, data: watched(data, onMiss) };
  if (isEmptyPage(data)) await onMiss(null);
  return result;
}

async function* watched(stream: AsyncIterable<unknown>, onMiss: OnMiss): AsyncGenerator<unknown> {
  try {
    yield* stream;
  } catch (error) {
    await onMiss(error);
    throw error;
  }
}

function isStream(data: unknown): data is AsyncIterable<unknown> {
  return typeof data === 'object' && data !== null && Symbol.asyncIterator in data;
}

function isEmptyPage(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'items' in data && Array.isArray(data.items) && data.items.length === 0;
}
