/** What the clock on the wall shows in a zone, and how far it is from UTC. */
export interface LocalClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly offsetMs: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Reads a zone's clock at an instant. Milliseconds are dropped. */
export function localClock(instant: Date, timeZone: string): LocalClock {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(instant)
      .map((part) => [part.type, Number(part.value)]),
  );
  function read(name: Intl.DateTimeFormatPartTypes): number {
    return parts.get(name) ?? 0;
  }
  const [year, month, day] = [read('year'), read('month'), read('day')];
  const shown = Date.UTC(year, month - 1, day, read('hour'), read('minute'), read('second'));
  return { year, month, day, offsetMs: shown - Math.floor(instant.getTime() / 1000) * 1000 };
}

/** Making a format costs far more than using it. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, made);
  return made;
}
