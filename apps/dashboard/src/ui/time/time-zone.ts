import { createContext, use } from 'react';

/** The zone in which the pages below show days and hours: the organisation's. */
export const TimeZone = createContext('UTC');

export function useTimeZone(): string {
  return use(TimeZone);
}
