import { Kbd } from '../../ui/kbd.tsx';
import { useTimeZone } from '../../ui/time/time-zone.ts';

interface QueueFootProps {
  /** What each key does, in the order of use. */
  readonly keys: readonly (readonly [does: string, ...keys: string[]])[];
}

/** The keys that work here, and the zone of the times. */
export function QueueFoot({ keys }: QueueFootProps) {
  const zone = useTimeZone();
  return (
    <footer className="flex h-8 shrink-0 items-center gap-4 border-t border-border px-4 text-caption whitespace-nowrap text-muted-foreground">
      {keys.map(([does, ...caps]) => (
        <span key={does} className="flex items-center gap-1 max-tablet:hidden">
          {caps.map((cap) => (
            <Kbd key={cap}>{cap}</Kbd>
          ))}{' '}
          {does}
        </span>
      ))}
      <span className="truncate tablet:ml-auto">Times in {zone}</span>
    </footer>
  );
}
