import { useEffect, useState } from 'react';

const SAID_MS = 2_000;

/** Copies words, and tells for two seconds how that went. */
export function useCopy(): { readonly state: 'idle' | 'copied' | 'refused'; readonly copy: (text: string) => void } {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), SAID_MS);
    return () => clearTimeout(timer);
  }, [state]);
  function copy(text: string) {
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  }
  return { state, copy };
}
