import { cva, type VariantProps } from 'class-variance-authority';
import { Slot } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './cn.ts';

const button = cva(
  'eased inline-flex shrink-0 items-center justify-center gap-1.5 rounded-control border border-transparent font-medium whitespace-nowrap select-none disabled:opacity-50 max-tablet:min-h-9 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:stroke-[2.25]',
  {
    variants: {
      look: {
        primary: 'bg-primary text-primary-foreground hover:bg-primary-hover',
        outline: 'border-input bg-card hover:bg-accent',
        danger: 'border-input bg-card text-destructive hover:bg-accent',
        ghost: 'hover:bg-accent aria-expanded:bg-accent [&_svg]:text-muted-foreground aria-[pressed=true]:[&_svg]:text-inherit',
      },
      size: {
        normal: 'h-8 px-2.5',
        small: 'h-7 px-2',
        /** As wide as the form that it sends. */
        entry: 'h-9 w-full max-tablet:h-11 max-tablet:text-title',
        icon: 'size-8 max-tablet:min-w-9',
        'icon-small': 'size-7 max-tablet:min-w-9',
      },
    },
    defaultVariants: { look: 'outline', size: 'normal' },
  },
);

interface ButtonProps extends ComponentProps<'button'>, VariantProps<typeof button> {
  /** Puts the looks on the one child instead: a link that looks like a button. */
  readonly asChild?: boolean;
}

/** A button. A view has one `primary` at most; `aria-pressed` tints it. */
export function Button({ look, size, asChild, className, type = 'button', ...rest }: ButtonProps) {
  const classes = cn(
    button({ look, size }),
    'aria-[pressed=true]:bg-primary-soft aria-[pressed=true]:text-primary-soft-foreground',
    className,
  );
  if (asChild) return <Slot.Root className={classes} {...rest} />;
  return <button type={type} className={classes} {...rest} />;
}
