import path from 'node:path';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { unpackChromium } from './unpack-chromium.ts';

/** What keeps Chromium from asking for anything by itself. Never the package's own `args`, which switch web security off. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface TestBrowser {
  /** A page of a person of its own: cookies and storage are shared with no other page. */
  newPage(options?: BrowserContextOptions): Promise<Page>;
  /** Ends every page that is open: one that is left behind goes on listening and drawing, at the cost of the next. */
  closePages(): Promise<void>;
  close(): Promise<void>;
}

/** Chromium from npm, the same wherever the tests run. It has no sandbox, which root can't have: open pages of ours alone. */
export async function openBrowser(): Promise<TestBrowser> {
  const folder = await unpackChromium();
  const browser = await chromium.launch({
    executablePath: path.join(folder, 'chromium'),
    args: QUIET,
    chromiumSandbox: false,
    env: { ...process.env, LD_LIBRARY_PATH: path.join(folder, 'al2023/lib'), FONTCONFIG_PATH: path.join(folder, 'fonts') },
  });
  return {
    async newPage(options) {
      const context = await browser.newContext({ locale: 'en-US', ...options });
      return context.newPage();
    },
    async closePages() {
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    close: () => browser.close(),
  };
}
