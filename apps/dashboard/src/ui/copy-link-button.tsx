import { Check, Link as LinkIcon } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from './button.tsx';

const SAID_MS = 2_000;

/** Copies the page's address, filters and all, and says so where it was pressed. */
export function CopyLinkButton({ look = 'outline' }: { readonly look?: 'outline' | 'ghost' }) {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), SAID_MS);
    return () => clearTimeout(timer);
  }, [state]);
  function copy() {
    navigator.clipboard.writeText(location.href).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  }
  return (
    <Button look={look} onClick={copy} aria-live="polite">
      {state === 'copied' ? <Check /> : <LinkIcon />}
      {state === 'copied' ? 'Copied' : state === 'refused' ? 'Copy it from the address bar' : 'Copy link'}
    </Button>
  );
}
