import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What on a page stands in the way of assistive technology, and where. A page of ours holds no frames, for which alone axe opens a second one. */
export async function seriousViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode()
    .analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
