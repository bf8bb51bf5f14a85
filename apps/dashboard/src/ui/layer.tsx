import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { cn } from './cn.ts';

export const LayerTitle = Radix.Title;
export const LayerClose = Radix.Close;

interface LayerProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** `alertdialog`: something is asked that can't be undone. */
  readonly role?: 'dialog' | 'alertdialog';
  readonly children: ReactNode;
  readonly className?: string;
}

/** What lies over the page, with a `LayerTitle` in it. Escape closes it, and the focus returns to where it came from. */
export function Layer({ isOpen, onClose, role = 'dialog', children, className }: LayerProps) {
  const [opener, setOpener] = useState<Element | null>(null);
  const [wasOpen, setWasOpen] = useState(false);
  if (isOpen !== wasOpen) {
    setWasOpen(isOpen);
    if (isOpen) setOpener(document.activeElement);
  }
  function focusOpener(event: Event) {
    // Radix gives the focus back to its own trigger alone, and a layer here has none.
    event.preventDefault();
    if (opener instanceof HTMLElement) opener.focus();
  }
  return (
    <Radix.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-overlay" />
        <Radix.Content
          role={role}
          aria-describedby={undefined}
          onCloseAutoFocus={focusOpener}
          className={cn('appears lifted-lg fixed z-50 flex flex-col', className)}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
