import { cn } from './cn.ts';
import { initialsOf } from './initials-of.ts';

interface AvatarProps {
  /** null: nobody; a dashed ring stands for them. */
  readonly name: string | null;
  readonly className?: string;
}

/** Initials beside a name that is written out; by itself it says nothing to a screen reader. */
export function Avatar({ name, className }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      className={cn(
        'grid size-5 shrink-0 place-items-center rounded-full text-[0.625rem] leading-none font-semibold',
        name ? 'bg-secondary text-secondary-foreground' : 'border-[1.5px] border-dashed border-input',
        className,
      )}
    >
      {name ? initialsOf(name) : null}
    </span>
  );
}
