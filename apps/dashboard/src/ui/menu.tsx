import { DropdownMenu } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './cn.ts';

export const MenuTrigger = DropdownMenu.Trigger;
export const MenuRadioGroup = DropdownMenu.RadioGroup;
export const MenuItemIndicator = DropdownMenu.ItemIndicator;

const ITEM =
  'flex min-h-8 w-full items-center gap-2.5 rounded-control px-2 text-left outline-none select-none data-[highlighted]:bg-accent data-[disabled]:opacity-50 max-tablet:min-h-11 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:stroke-[2.25] [&>svg]:text-muted-foreground';

/** A menu under its trigger. The page behind stays as it is: one click outside closes the menu and does what it says. */
export function Menu(props: ComponentProps<typeof DropdownMenu.Root>) {
  return <DropdownMenu.Root modal={false} {...props} />;
}

/** What a menu opens; gives the focus back when it closes. */
export function MenuContent({ className, ...rest }: ComponentProps<typeof DropdownMenu.Content>) {
  return (
    <DropdownMenu.Portal>
      <DropdownMenu.Content
        sideOffset={6}
        collisionPadding={8}
        className={cn(
          'appears lifted-lg z-50 min-w-56 rounded-panel border border-input bg-popover p-1 text-popover-foreground',
          className,
        )}
        {...rest}
      />
    </DropdownMenu.Portal>
  );
}

export function MenuItem({ className, ...rest }: ComponentProps<typeof DropdownMenu.Item>) {
  return <DropdownMenu.Item className={cn(ITEM, className)} {...rest} />;
}

export function MenuRadioItem({ className, ...rest }: ComponentProps<typeof DropdownMenu.RadioItem>) {
  return <DropdownMenu.RadioItem className={cn(ITEM, className)} {...rest} />;
}

export function MenuLabel({ className, ...rest }: ComponentProps<typeof DropdownMenu.Label>) {
  return <DropdownMenu.Label className={cn('px-2 pt-1.5 pb-1 text-caption text-muted-foreground', className)} {...rest} />;
}

export function MenuSeparator() {
  return <DropdownMenu.Separator className="-mx-1 my-1 h-px bg-border" />;
}
