import { type RefObject, useCallback } from 'react';
import { useHotkeys } from './use-hotkeys.ts';

/** Marks the link of a row, which is what the keys move between. */
export const ROW_LINK = 'data-row-link';

/** J and K (and the arrows, once a row has the focus) move between rows; Enter is the link's own. */
export function useRowKeys(scroller: RefObject<HTMLElement | null>): void {
  const move = useCallback(
    (step: 1 | -1) => {
      const links = [...(scroller.current?.querySelectorAll<HTMLElement>(`[${ROW_LINK}]`) ?? [])];
      const focused = links.findIndex((link) => link === document.activeElement);
      const remembered = focused === -1 ? links.findIndex((link) => link.tabIndex === 0) : focused + step;
      const next = links[Math.max(0, Math.min(links.length - 1, remembered))];
      next?.closest('tr')?.scrollIntoView({ block: 'nearest' });
      next?.focus({ preventScroll: true });
    },
    [scroller],
  );
  function moveByArrow(step: 1 | -1) {
    if (document.activeElement?.hasAttribute(ROW_LINK)) move(step);
    else scroller.current?.scrollBy({ top: step * 40 });
  }
  useHotkeys({ j: () => move(1), k: () => move(-1), ArrowDown: () => moveByArrow(1), ArrowUp: () => moveByArrow(-1) });
}
