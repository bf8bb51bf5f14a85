import { Check, Link as LinkIcon } from 'lucide-react';
import { Button } from './button.tsx';
import { useCopy } from './use-copy.ts';

/** Copies the page's address, filters and all, and says so where it was pressed. */
export function CopyLinkButton({ look = 'outline' }: { readonly look?: 'outline' | 'ghost' }) {
  const { state, copy } = useCopy();
  return (
    <Button look={look} onClick={() => copy(location.href)} aria-live="polite">
      {state === 'copied' ? <Check /> : <LinkIcon />}
      {state === 'copied' ? 'Copied' : state === 'refused' ? 'Copy it from the address bar' : 'Copy link'}
    </Button>
  );
}
