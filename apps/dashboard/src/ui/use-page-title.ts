import { useLayoutEffect } from 'react';

/** Names the tab: the page first, then whose it is. null while the page doesn't know yet. With the page, not after it. */
export function usePageTitle(...parts: readonly (string | null | undefined)[]): void {
  const title = parts.filter(Boolean).join(' · ');
  useLayoutEffect(() => {
    document.title = title ? `${title} · Ringfence` : 'Ringfence';
  }, [title]);
}
