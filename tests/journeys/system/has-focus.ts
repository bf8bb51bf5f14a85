import type { Locator } from 'playwright-core';

/** Whether a part of the page has the focus just now. */
export async function hasFocus(part: Locator): Promise<boolean> {
  return (await part.and(part.page().locator(':focus')).count()) > 0;
}
