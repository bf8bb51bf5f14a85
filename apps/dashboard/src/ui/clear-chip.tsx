import { X } from 'lucide-react';

interface ClearChipProps {
  readonly label: string;
  readonly onClear: () => void;
}

/** The end of a filter's chip, which lets everything through again. */
export function ClearChip({ label, onClear }: ClearChipProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onClear}
      className="eased grid w-7 place-items-center border-l border-border text-muted-foreground outline-offset-[-2px] hover:bg-accent max-tablet:w-9"
    >
      <X className="size-3.5 stroke-[2.25]" />
    </button>
  );
}
