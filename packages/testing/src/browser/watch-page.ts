import type { Page } from 'playwright-core';

export interface WatchedPage {
  /** Errors that the page threw or wrote to the console, its content policy's refusals among them. */
  readonly errors: readonly string[];
  /** Every request that went anywhere but to the page's own origin. */
  readonly foreignRequests: readonly string[];
}

/** Collects from now on what a page shouldn't do. */
export function watchPage(page: Page, origin: string): WatchedPage {
  const errors: string[] = [];
  const foreignRequests: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
  });
  page.context().on('request', (request) => {
    const url = new URL(request.url());
    const isLocal = ['data:', 'blob:', 'about:'].includes(url.protocol);
    if (!isLocal && url.origin !== origin) foreignRequests.push(url.href);
  });
  return { errors, foreignRequests };
}
