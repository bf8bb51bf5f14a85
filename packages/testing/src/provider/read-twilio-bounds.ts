/**
 * Twilio's bounds of a list: `StartTime`, `StartTime<`, `StartTime>` (and `DateCreated…` alike), days in UTC as documented, or instants as
 * its own libraries send them. Both ends are included; a day stands for its midnight.
 */
export function readTwilioBounds(parameters: URLSearchParams, name: 'StartTime' | 'DateCreated'): { isWithin(at: Date): boolean } {
  const [day, before, after] = ['', '<', '>'].map((sign) => parameters.get(name + sign));
  return {
    isWithin: (at) =>
      (!day || at.toISOString().startsWith(day)) &&
      (!before || at.getTime() <= Date.parse(before)) &&
      (!after || at.getTime() >= Date.parse(after)),
  };
}
