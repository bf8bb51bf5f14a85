import type { Page, Route } from 'playwright-core';

/** From under a frame to longer than a person waits before the next click, so that answers overtake each other. */
const DELAYS_MS = [0, 15, 250, 90, 120, 5, 60, 400, 40] as const;

/**
 * Holds every answer of the API and of the sign-in service back for another time each; streams pass. `here` tells the organisation that
 * is shown. Gives a count of the answers that came only when another one was.
 */
export async function delayAnswers(page: Page, here: () => string): Promise<() => number> {
  let [asked, late] = [0, 0];
  async function delay(route: Route): Promise<void> {
    const orgId = organizationOf(route.request().headers()['authorization']);
    const delayMs = DELAYS_MS[(asked += 1) % DELAYS_MS.length];
    try {
      const response = await route.fetch();
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      if (orgId !== null && orgId !== here()) late += 1;
      await route.fulfill({ response });
    } catch (error) {
      // The page no longer wants it.
      if (!/closed|disposed|aborted|handled|not found/i.test(String(error))) throw error;
    }
  }
  await page.route('**/trpc/**', (route) => (route.request().url().includes('calls.updates') ? route.continue() : delay(route)));
  await page.route('**/auth/token', delay);
  return () => late;
}

/** What a request's token says of its organisation. */
function organizationOf(authorization: string | undefined): string | null {
  const claims = authorization?.split('.')[1];
  if (!claims) return null;
  const { app_metadata: metadata } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { app_metadata?: { org_id?: string } };
  return metadata?.org_id ?? null;
}
