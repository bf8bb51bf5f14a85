import { Kbd } from '../../ui/kbd.tsx';
import { useTimeZone } from '../../ui/time/time-zone.ts';

interface CallsFootProps {
  readonly count: number;
  readonly hasMore: boolean;
}

/** The keys that work here, and how much of the list is loaded. A phone reads the zone here. */
export function CallsFoot({ count, hasMore }: CallsFootProps) {
  const zone = useTimeZone();
  return (
    <footer className="flex h-8 shrink-0 items-center gap-4 border-t border-border px-4 text-caption whitespace-nowrap text-muted-foreground">
      <span className="flex items-center gap-1 max-tablet:hidden">
        <Kbd>J</Kbd>
        <Kbd>K</Kbd> move
      </span>
      <span className="flex items-center gap-1 max-tablet:hidden">
        <Kbd>Enter</Kbd> open
      </span>
      <span className="flex items-center gap-1 max-tablet:hidden">
        <Kbd>/</Kbd> search
      </span>
      <span className="flex items-center gap-1 max-tablet:hidden">
        <Kbd>?</Kbd> all shortcuts
      </span>
      <span className="truncate tablet:hidden">Times in {zone}</span>
      <span className="ml-auto">{countWords(count, hasMore)}</span>
    </footer>
  );
}

function countWords(count: number, hasMore: boolean): string {
  if (hasMore) return `Loaded ${count.toLocaleString('en')}`;
  return count === 1 ? '1 call' : `${count.toLocaleString('en')} calls`;
}
