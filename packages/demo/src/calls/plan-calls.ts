import { dayBefore } from '../clock/day-before.ts';
import type { LocalDay } from '../clock/local-day.ts';
import type { DemoOrganization } from '../organizations/demo-organization.ts';
import { createRandom } from '../random/create-random.ts';
import { chooseRecordings } from './choose-recordings.ts';
import type { DemoCall } from './demo-call.ts';
import { planCall } from './plan-call.ts';
import { Roster } from './roster.ts';

const DAYS = 14;
const DAY_MS = 86_400_000;
const HOUR_SECONDS = 3600;
/** Nothing is so fresh that a provider would still be telling of it. */
const QUIET_MS = 90_000;

/** An organisation's calls of the last fourteen days, oldest first, all of them over by `until`. The same `until` gives the same calls. */
export function planCalls(organization: DemoOrganization, until: Date): DemoCall[] {
  const roster = new Roster();
  const planned = Array.from({ length: DAYS + 1 }, (_, index) => DAYS - index).flatMap((daysBefore) => {
    const day = dayBefore(until, organization.timeZone, daysBefore);
    const key = `${organization.slug}/${daysBefore}`;
    return secondsOf(organization, day, key).map((second, number) =>
      planCall({ organization, day, second, key: `${key}/${number}`, roster }),
    );
  });
  const [earliest, latest] = [until.getTime() - DAYS * DAY_MS, until.getTime() - QUIET_MS];
  return chooseRecordings(planned.filter((call) => call.startedAt.getTime() >= earliest && endOf(call) <= latest));
}

function endOf(call: DemoCall): number {
  return call.startedAt.getTime() + call.ringMs + call.talkMs;
}

/** When, in seconds after midnight, a day's calls come. */
function secondsOf({ habits }: DemoOrganization, day: LocalDay, key: string): number[] {
  const random = createRandom(`${key}/times`);
  const hours = habits.busyHours.map((weight, hour) => [hour, weight] as const);
  const count = Math.max(1, (habits.callsPerDay[day.weekday] ?? 0) + random.whole(-2, 2));
  return Array.from({ length: count }, () => random.pickWeighted(hours) * HOUR_SECONDS + random.whole(0, HOUR_SECONDS - 1)).toSorted(
    (a, b) => a - b,
  );
}
