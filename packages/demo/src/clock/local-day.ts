/** A day of a calendar, without a zone. `weekday`: 0 is Sunday. */
export interface LocalDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
}
