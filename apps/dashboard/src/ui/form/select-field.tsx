import { ChevronDown } from 'lucide-react';
import { Field, type FieldProps } from './field.tsx';
import { CONTROL } from './text-field.tsx';

interface SelectFieldProps extends FieldProps {
  readonly name: string;
  readonly defaultValue?: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** One of several, chosen from the browser's own list. */
export function SelectField({ label, error, tip, aside, className, options, ...select }: SelectFieldProps) {
  return (
    <Field label={label} error={error} tip={tip} aside={aside} {...(className && { className })}>
      {(control) => (
        <span className="relative flex h-full min-w-0 flex-1 items-center">
          <select {...control} {...select} className={`${CONTROL} appearance-none truncate pr-8`}>
            {options.map((option) => (
              <option key={option.value} value={option.value} className="bg-popover text-popover-foreground">
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown className="pointer-events-none absolute right-2 size-4 stroke-[2.25] text-muted-foreground" aria-hidden="true" />
        </span>
      )}
    </Field>
  );
}
