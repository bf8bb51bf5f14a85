import type { Slots } from '../dialogue/fill-slots.ts';
import { spokenDate } from '../dialogue/spoken-date.ts';
import { workingDayAfter } from '../dialogue/working-day-after.ts';
import type { SlotContext } from '../organizations/demo-organization.ts';

const TIME_ZONE = 'America/Los_Angeles';

/** What callers and Ada talk about, in one call. */
export function slots({ at, callerName, random }: SlotContext): Slots {
  return {
    greeting:
      "Thank you for calling Brightwater Dental. This is Ada, the practice's voice assistant. The call is recorded. How can I help?",
    name: callerName,
    first: callerName.split(' ')[0] ?? callerName,
    dentist: random.pick(['Dr. Lindqvist', 'Dr. Reyes']),
    amount: random.pick(['86', '112', '138', '164']),
    reference: `${random.whole(41, 49)} ${random.whole(100, 999)}`,
    date: spokenDate(workingDayAfter(at, random.whole(1, 2), TIME_ZONE), TIME_ZONE),
    laterDate: spokenDate(workingDayAfter(at, random.whole(5, 8), TIME_ZONE), TIME_ZONE),
    time: random.pick(['8:20', '9:00', '10:40', '11:20', '2:15']),
    laterTime: random.pick(['7:40', '10:00', '12:30', '3:15']),
  };
}
