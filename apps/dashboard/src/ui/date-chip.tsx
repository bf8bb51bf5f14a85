import { useId } from 'react';
import { ClearChip } from './clear-chip.tsx';
import { cn } from './cn.ts';

interface DateChipProps {
  readonly label: string;
  /** "2026-11-17". */
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** One end of a time as a filter of the address, dashed while it is open. */
export function DateChip({ label, value, onChange }: DateChipProps) {
  const id = useId();
  return (
    <div
      className={cn(
        'eased flex h-7 shrink-0 overflow-clip rounded-control border border-input bg-card focus-within:border-ring focus-within:outline-2 focus-within:outline-ring/30 max-tablet:h-9',
        !value && 'border-dashed',
      )}
    >
      <label htmlFor={id} className="flex items-center pl-2 text-muted-foreground">
        {label}
      </label>
      <input
        id={id}
        type="date"
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value || undefined)}
        className={cn('bg-transparent px-2 outline-none', value && 'font-strong')}
      />
      {value ? <ClearChip label={`Clear ${label}`} onClear={() => onChange(undefined)} /> : null}
    </div>
  );
}
