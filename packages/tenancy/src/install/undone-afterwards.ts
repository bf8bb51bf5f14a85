/** Undoes something once `work` is over. Where both fail, the failure of the work is the one that is told. */
export async function undoneAfterwards<T>(work: () => Promise<T>, undo: () => Promise<unknown>): Promise<T> {
  const [outcome] = await Promise.allSettled([work()]);
  const [undone] = await Promise.allSettled([undo()]);
  if (outcome.status === 'rejected') throw outcome.reason;
  if (undone.status === 'rejected') throw undone.reason;
  return outcome.value;
}
