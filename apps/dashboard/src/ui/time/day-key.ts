import { dateFormat } from './date-format.ts';

/** The calendar day of an instant in a zone, as "2026-11-17": equal for two instants of one day. */
export function dayKey(at: Date, zone: string): string {
  return dateFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}
