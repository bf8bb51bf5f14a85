/** Waits until every promise has ended, so that nothing goes on behind the caller's back. @throws the first failure. */
export async function whenAllEnd(promises: readonly Promise<unknown>[]): Promise<void> {
  const ended = await Promise.allSettled(promises);
  const failed = ended.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}
