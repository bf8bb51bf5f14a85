import { TriangleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { cn } from '../cn.ts';

export interface FieldProps {
  readonly label: string;
  /** What is wrong and the way out; null while nothing is. */
  readonly error: string | null;
  /** A line below while nothing is wrong. */
  readonly tip?: ReactNode;
  /** At the other end of the label's line. */
  readonly aside?: ReactNode;
  readonly className?: string;
}

interface DrawnFieldProps extends FieldProps {
  /** Draws the control with what ties it to label and error. */
  readonly children: (control: { id: string; 'aria-invalid': boolean; 'aria-describedby': string | undefined }) => ReactNode;
}

/** Label above, control, and one line below: a tip, or in its place what is wrong. */
export function Field({ label, error, tip, aside, className, children }: DrawnFieldProps) {
  const id = useId();
  const hasBelow = error !== null || Boolean(tip);
  return (
    <div className={cn('min-w-0 pb-4', className)}>
      <div className="flex items-baseline gap-2 pb-1.5">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        <span className="flex-1" />
        {aside}
      </div>
      <div
        className={cn(
          'eased flex h-9 items-center rounded-control border border-input bg-card focus-within:border-ring focus-within:outline-2 focus-within:outline-ring/30 max-tablet:h-11 max-tablet:text-title',
          error && 'border-destructive',
        )}
      >
        {children({ id, 'aria-invalid': error !== null, 'aria-describedby': hasBelow ? `${id}-below` : undefined })}
      </div>
      {hasBelow ? (
        <p id={`${id}-below`} className={cn('flex gap-1.5 pt-1.5 text-caption', error ? 'text-destructive' : 'text-muted-foreground')}>
          {error ? <TriangleAlert className="size-4 shrink-0 stroke-[2.25]" aria-hidden="true" /> : null}
          {error ?? tip}
        </p>
      ) : null}
    </div>
  );
}
