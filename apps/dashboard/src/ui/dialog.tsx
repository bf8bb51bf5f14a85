import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';

interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog over the page. Escape closes it, and the focus returns to where it came from. */
export function Dialog({ title, isOpen, onClose, children }: DialogProps) {
  return (
    <Radix.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-overlay" />
        <Radix.Content
          aria-describedby={undefined}
          className="appears lifted-lg fixed top-[12vh] left-1/2 z-50 flex max-h-[80vh] w-[min(46rem,calc(100vw-1rem))] -translate-x-1/2 flex-col overflow-hidden rounded-dialog border border-input bg-popover max-tablet:top-2"
        >
          <header className="flex h-12 shrink-0 items-center border-b border-border pr-2 pl-5">
            <Radix.Title className="flex-1 text-title font-semibold tracking-[-0.01em]">{title}</Radix.Title>
            <Radix.Close asChild>
              <Button look="ghost" size="icon" aria-label="Close">
                <X />
              </Button>
            </Radix.Close>
          </header>
          <div className="overflow-y-auto">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
