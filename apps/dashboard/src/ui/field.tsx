import { TriangleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { cn } from './cn.ts';

interface FieldProps {
  readonly label: string;
  /** What is wrong and the way out; null while nothing is. */
  readonly error: string | null;
  /** Draws the control with what ties it to label and error. */
  readonly children: (control: { id: string; 'aria-invalid': boolean; 'aria-describedby': string | undefined }) => ReactNode;
}

/** Label above, control, and one line below for what is wrong. */
export function Field({ label, error, children }: FieldProps) {
  const id = useId();
  return (
    <div className="pb-4">
      <label htmlFor={id} className="block pb-1.5 font-medium">
        {label}
      </label>
      <div
        className={cn(
          'eased flex h-9 items-center rounded-control border border-input bg-card focus-within:border-ring focus-within:outline-2 focus-within:outline-ring/30 max-tablet:h-11 max-tablet:text-title',
          error && 'border-destructive',
        )}
      >
        {children({ id, 'aria-invalid': error !== null, 'aria-describedby': error ? `${id}-error` : undefined })}
      </div>
      {error ? (
        <p id={`${id}-error`} className="flex gap-1.5 pt-1.5 text-caption text-destructive">
          <TriangleAlert className="size-4 shrink-0 stroke-[2.25]" aria-hidden="true" />
          {error}
        </p>
      ) : null}
    </div>
  );
}
