import { Check, Copy } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from './button.tsx';
import { useCopy } from './use-copy.ts';

interface ShownOnceProps {
  /** "Website form: copy the key now". */
  readonly title: string;
  readonly note: string;
  /** What the field holds, for those who listen: "Key". */
  readonly label: string;
  readonly value: string;
  readonly onDone: () => void;
}

/** What can't be shown again, in a tinted strip: the focus goes to its words, all of them selected. */
export function ShownOnce({ title, note, label, value, onDone }: ShownOnceProps) {
  const { state, copy } = useCopy();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [value]);
  return (
    <div
      role="group"
      aria-label={title}
      className="appears mx-4 mb-3 grid gap-x-4 gap-y-2 rounded-control bg-primary-soft px-3 py-2.5 text-primary-soft-foreground tablet:grid-cols-[13rem_minmax(0,1fr)] tablet:items-center max-tablet:mx-3.5"
    >
      <p>
        <b className="block font-strong">{title}</b>
        <span className="text-caption">{note}</span>
      </p>
      <span className="flex flex-wrap items-center gap-2">
        <input
          ref={field}
          readOnly
          aria-label={label}
          value={value}
          spellCheck={false}
          className="h-8 min-w-40 flex-1 rounded-control border border-input bg-card px-2 text-card-foreground max-tablet:h-10"
        />
        <Button onClick={() => copy(value)} aria-live="polite" className="text-card-foreground">
          {state === 'copied' ? <Check /> : <Copy />}
          {state === 'copied' ? 'Copied' : state === 'refused' ? 'Copy it by hand' : 'Copy'}
        </Button>
        <Button look="ghost" onClick={onDone}>
          Done
        </Button>
      </span>
    </div>
  );
}
