import type { Page } from 'playwright-core';

export interface CaughtWord {
  readonly word: string;
  /** What stood around it. */
  readonly around: string;
}

export interface WatchedFrames {
  /** From the next click on a menu's item of that name on, no frame may show any of these words. */
  forbidAfterClick(item: string, words: readonly string[]): Promise<void>;
  /** Ends that, and gives what was caught meanwhile. */
  allow(): Promise<readonly CaughtWord[]>;
  /** Frames that were looked at while something was forbidden. */
  count(): Promise<number>;
}

/**
 * Looks, inside the page, at all that each frame shows and at each change before it is painted: the title, words, what fields hold
 * ("= word"), what opens a menu ("@ word"), labels and tooltips. Begins with the next page that is opened.
 */
export async function watchFrames(page: Page): Promise<WatchedFrames> {
  await page.addInitScript({ content: WATCH });
  return {
    forbidAfterClick: (item, words) => page.evaluate(`watchedFrames.arm(${JSON.stringify(item)}, ${JSON.stringify(words)})`),
    allow: () => page.evaluate('watchedFrames.allow()'),
    count: () => page.evaluate('watchedFrames.count()'),
  };
}

const WATCH = `{
  let [armed, forbidden, caught, frames] = [null, [], [], 0];
  function shown() {
    const all = (selector, read) => Array.from(document.querySelectorAll(selector), read);
    return [
      document.title,
      document.body?.innerText ?? '',
      ...all('input, select, textarea', (field) => '= ' + field.value),
      ...all('[aria-haspopup]', (opener) => '@ ' + opener.innerText),
      ...all('[title], [aria-label]', (named) => named.title + '\\n' + named.ariaLabel),
    ].join('\\n');
  }
  function look() {
    if (forbidden.length === 0) return;
    const text = shown();
    for (const word of forbidden) {
      const at = text.indexOf(word);
      if (at >= 0) caught.push({ word, around: text.slice(Math.max(0, at - 60), at + 60) });
    }
  }
  function eachFrame() {
    if (forbidden.length > 0) frames += 1;
    look();
    requestAnimationFrame(eachFrame);
  }
  function begin(event) {
    const item = event.target.closest?.('[role="menuitem"]');
    if (armed && item?.innerText.includes(armed.item)) [forbidden, armed] = [armed.words, null];
  }
  window.addEventListener('click', begin, { capture: true });
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  requestAnimationFrame(eachFrame);
  window.watchedFrames = {
    arm: (item, words) => { armed = { item, words }; },
    allow: () => { const was = caught; [forbidden, caught] = [[], []]; return was.slice(0, 5); },
    count: () => frames,
  };
}`;
