import { useEffect } from 'react';

/** Names the tab: the page first, then whose it is. null while the page doesn't know yet. */
export function usePageTitle(...parts: readonly (string | null | undefined)[]): void {
  const title = parts.filter(Boolean).join(' · ');
  useEffect(() => {
    document.title = title ? `${title} · Ringfence` : 'Ringfence';
  }, [title]);
}
