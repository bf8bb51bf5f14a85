import type { Page } from 'playwright-core';
import { seriousViolations } from './serious-violations.ts';

/** Colours don't hang on the width: in two looks each colour and each width is seen once. */
const LOOKS = [
  ['light', 1280],
  ['dark', 360],
] as const;

/** What stands in the way on a page, light and wide, dark and narrow, and where it is wider than its window. */
export async function lookEverywhere(page: Page, what: string): Promise<string[]> {
  const found: string[] = [];
  for (const [colorScheme, width] of LOOKS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    const where = `${what}, ${colorScheme}, ${width}`;
    found.push(...(await seriousViolations(page)).map((violation) => `${where}: ${violation}`));
    const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    if (overflow > 0) found.push(`${where} is ${overflow} px too wide`);
  }
  return found;
}
