import type { Page } from 'playwright-core';
import { seriousViolations } from './serious-violations.ts';

const LOOKS = [
  ['light', 1280],
  ['light', 360],
  ['dark', 360],
  ['dark', 1280],
] as const;

/** What stands in the way on a page, light or dark, wide or narrow, and where it is wider than its window. */
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
