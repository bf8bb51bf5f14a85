import type { Locator } from 'playwright-core';

/** Whether a part of the page has the focus just now. */
export function hasFocus(part: Locator): Promise<boolean> {
  return part.evaluate<boolean>('(element) => element === document.activeElement');
}
