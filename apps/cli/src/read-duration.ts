import { InvalidArgumentError } from 'commander';

const UNIT_SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };
const LONGEST_SECONDS = 365 * 86_400;

/** `90s`, `15m`, `1h` or `7d` in seconds. */
export function readDuration(text: string): number {
  const [, count, unit = ''] = /^(\d{1,9})([smhd])$/.exec(text) ?? [];
  const seconds = Number(count) * (UNIT_SECONDS[unit] ?? 0);
  if (!(seconds > 0 && seconds <= LONGEST_SECONDS))
    throw new InvalidArgumentError('Expected a time such as 90s, 15m, 1h or 7d, of a year at most.');
  return seconds;
}
