import { TriangleAlert } from 'lucide-react';
import { Button } from '../button.tsx';

export interface UnsavedBarProps {
  /** The labels of the changed fields. */
  readonly changed: readonly string[];
  readonly wrongCount: number;
  /** Leads to the first field that must be corrected. */
  readonly onCorrect: () => void;
  readonly isPending: boolean;
  readonly onDiscard: () => void;
}

/** Floats at the foot of a form while something is unsaved: what, what must be corrected, and the two ways on. */
export function UnsavedBar({ changed, wrongCount, onCorrect, isPending, onDiscard }: UnsavedBarProps) {
  if (changed.length === 0) return null;
  return (
    <div
      role="group"
      aria-label="Unsaved changes"
      className="appears lifted-lg sticky bottom-4 z-[4] mx-auto flex w-fit max-w-full flex-wrap items-center gap-2 rounded-panel border border-input bg-popover py-1.5 pr-1.5 pl-3.5 max-tablet:w-full max-tablet:justify-end"
    >
      <span className="font-strong max-tablet:flex-1">Unsaved changes</span>
      <span className="text-muted-foreground max-tablet:hidden">{changed.join(', ')}</span>
      {wrongCount > 0 ? (
        <button
          type="button"
          onClick={onCorrect}
          className="flex items-center gap-1.5 font-medium text-destructive underline underline-offset-3 max-tablet:min-h-9"
        >
          <TriangleAlert className="size-4 stroke-[2.25]" aria-hidden="true" />
          {wrongCount} to correct
        </button>
      ) : null}
      <Button look="ghost" onClick={onDiscard}>
        Discard
      </Button>
      <Button type="submit" look="primary" disabled={isPending}>
        {isPending ? 'Saving…' : 'Save'}
      </Button>
    </div>
  );
}
