import { whenAllEnd } from './when-all-end.ts';

/** Does the work for all items, so many at a time. After a failure no further item is begun. */
export async function inLanes<Item>(lanes: number, items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const rest = items.values();
  let isBroken = false;
  async function lane(): Promise<void> {
    for (const item of rest) {
      if (isBroken) return;
      await work(item).catch((error: unknown) => {
        isBroken = true;
        throw error;
      });
    }
  }
  await whenAllEnd(Array.from({ length: lanes }, lane));
}
