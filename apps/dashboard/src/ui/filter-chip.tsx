import { ChevronDown } from 'lucide-react';
import { useId } from 'react';
import { ClearChip } from './clear-chip.tsx';
import { cn } from './cn.ts';

interface FilterChipProps<Value extends string> {
  readonly label: string;
  readonly value: Value | undefined;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value | undefined) => void;
}

/** One filter of the address as key and value, dashed while it lets everything through. Applies at once. */
export function FilterChip<Value extends string>({ label, value, options, onChange }: FilterChipProps<Value>) {
  const id = useId();
  const chosen = options.find((option) => option.value === value);
  return (
    <div
      className={cn(
        'eased flex h-7 shrink-0 overflow-clip rounded-control border border-input bg-card max-tablet:h-9',
        !chosen && 'border-dashed',
        'has-[select:focus-visible]:border-ring has-[select:focus-visible]:outline-2 has-[select:focus-visible]:outline-ring/30',
      )}
    >
      <div className="eased relative flex items-center gap-1.5 px-2 whitespace-nowrap hover:bg-accent">
        <label htmlFor={id} className="text-muted-foreground">
          {label}
        </label>
        <span aria-hidden="true" className={chosen ? 'font-strong' : undefined}>
          {chosen?.label ?? 'Any'}
        </span>
        {chosen ? null : <ChevronDown className="size-4 stroke-[2.25]" aria-hidden="true" />}
        {/* The real control lies over the words, so that the whole chip opens it. */}
        <select
          id={id}
          value={value ?? ''}
          onChange={(event) => onChange(options.find((option) => option.value === event.target.value)?.value)}
          className="picker absolute inset-0 size-full opacity-0"
        >
          <option value="">Any</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
      {chosen ? <ClearChip label="Clear this filter" onClear={() => onChange(undefined)} /> : null}
    </div>
  );
}
