import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { cn } from './cn.ts';
import { Layer, LayerClose, LayerTitle } from './layer.tsx';

interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** `narrow`: a question or a short form. */
  readonly size?: 'wide' | 'narrow';
  readonly role?: 'dialog' | 'alertdialog';
  readonly children: ReactNode;
}

/** A dialog over the page, with its title and a way to close it. */
export function Dialog({ title, isOpen, onClose, size = 'wide', role = 'dialog', children }: DialogProps) {
  return (
    <Layer
      isOpen={isOpen}
      onClose={onClose}
      role={role}
      className={cn(
        'top-[12vh] left-1/2 max-h-[80vh] -translate-x-1/2 overflow-hidden rounded-dialog border border-input bg-popover max-tablet:top-2',
        size === 'wide' ? 'w-[min(46rem,calc(100vw-1rem))]' : 'w-[min(27rem,calc(100vw-1rem))]',
      )}
    >
      <header className="flex h-12 shrink-0 items-center border-b border-border pr-2 pl-5">
        <LayerTitle className="flex-1 text-title font-semibold tracking-[-0.01em]">{title}</LayerTitle>
        <LayerClose asChild>
          <Button look="ghost" size="icon" aria-label="Close">
            <X />
          </Button>
        </LayerClose>
      </header>
      <div className="overflow-y-auto">{children}</div>
    </Layer>
  );
}
