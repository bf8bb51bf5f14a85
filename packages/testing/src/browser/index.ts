export { openBrowser, type TestBrowser } from './open-browser.ts';
export { watchPage, type WatchedPage } from './watch-page.ts';
