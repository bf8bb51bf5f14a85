import { useEffect, useRef } from 'react';

/** Key, as `KeyboardEvent.key` gives it, to what it does. */
export type Hotkeys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/** Single keys for the whole page. They rest while one types, holds a modifier, or has a dialog or menu open. */
export function useHotkeys(hotkeys: Hotkeys): void {
  const current = useRef(hotkeys);
  useEffect(() => {
    current.current = hotkeys;
  });
  useEffect(() => {
    function handle(event: KeyboardEvent) {
      const act = current.current[event.key];
      if (!act || event.defaultPrevented || isResting(event)) return;
      event.preventDefault();
      act(event);
    }
    document.addEventListener('keydown', handle);
    return () => document.removeEventListener('keydown', handle);
  }, []);
}

function isResting(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return true;
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches('input, textarea, select, option')) return true;
  if (target.closest('[role="dialog"], [role="menu"]') !== null) return true;
  return target.matches('button, a') && (event.key === ' ' || event.key === 'Enter');
}
