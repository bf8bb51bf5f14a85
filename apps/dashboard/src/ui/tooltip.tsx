import { Tooltip as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

interface TooltipProps {
  readonly text: string;
  readonly side?: 'right' | 'bottom' | 'top';
  readonly className?: string;
  readonly children: ReactNode;
}

export const TooltipProvider = Radix.Provider;

/** Names an icon on hover and focus. What must be read doesn't belong in one. */
export function Tooltip({ text, side = 'bottom', className, children }: TooltipProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content side={side} sideOffset={6} collisionPadding={8} className={className}>
          <span className="appears lifted block rounded-control border border-input bg-popover px-2 py-1 text-caption">{text}</span>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
