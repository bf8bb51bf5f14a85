import type { Locator, Page } from 'playwright-core';
import { hasFocus } from './has-focus.ts';

/** More stops than any page has. */
const MOST_STOPS = 120;

/** Presses Tab until a part of the page has the focus, as one does who has no mouse. @throws when it can't be reached so. */
export async function tabTo(page: Page, part: Locator): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await hasFocus(part)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${String(part)} can't be reached by Tab.`);
}
