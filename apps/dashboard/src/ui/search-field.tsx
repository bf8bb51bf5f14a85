import { Search, X } from 'lucide-react';
import { type KeyboardEvent, type Ref, useEffect, useState } from 'react';
import { Kbd } from './kbd.tsx';

/** Long enough that a number can be typed without a request for each figure. */
const SETTLE_MS = 250;

interface SearchFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  /** Called once typing has settled, and at once on Enter or when it's emptied. */
  readonly onSearch: (value: string) => void;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A search box whose words live elsewhere (in the address). Escape empties it, then leaves it. */
export function SearchField({ label, placeholder, value, onSearch, ref }: SearchFieldProps) {
  const [typed, setTyped] = useState(value);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => onSearch(typed.trim()), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [typed, value, onSearch]);
  function empty() {
    setTyped('');
    onSearch('');
  }
  function handleKey(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Enter') onSearch(typed.trim());
    if (event.key !== 'Escape') return;
    if (typed) empty();
    else event.currentTarget.blur();
  }
  return (
    <div className="eased flex h-8 w-62 shrink-0 items-center gap-2 rounded-control border border-input bg-card pl-2 pr-1.5 focus-within:border-ring focus-within:outline-2 focus-within:outline-ring/30 max-tablet:h-9 max-tablet:w-44">
      <Search className="size-4 shrink-0 stroke-[2.25] text-muted-foreground" aria-hidden="true" />
      <input
        ref={ref}
        type="search"
        aria-label={label}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={handleKey}
        className="h-full min-w-0 flex-1 bg-transparent outline-none"
      />
      {typed ? (
        <button
          type="button"
          aria-label="Clear the search"
          onClick={empty}
          className="grid size-5 place-items-center rounded-small text-muted-foreground hover:bg-accent"
        >
          <X className="size-3.5 stroke-[2.25]" />
        </button>
      ) : (
        <Kbd>/</Kbd>
      )}
    </div>
  );
}
