import type { Slots } from '../dialogue/fill-slots.ts';
import { spokenDate } from '../dialogue/spoken-date.ts';
import { workingDayAfter } from '../dialogue/working-day-after.ts';
import type { SlotContext } from '../organizations/demo-organization.ts';

const TIME_ZONE = 'Europe/London';
const ADDRESSES = [
  '12 Calloway Road',
  'Flat 2, 40 Pell Street',
  '8 Rivington Place',
  '27 Albion Terrace',
  'Flat 6, Albion Court',
  '52 Mercer Road',
];
const STREETS = ['Hartley Road', 'Cobden Street', 'Marlow Avenue', "St Anne's Terrace"];

/** What callers and Wren talk about, in one call. A lead talks about its own address. */
export function slots({ at, callerName, address, random }: SlotContext): Slots {
  return {
    greeting: 'Thank you for calling Harrow and Finch. This is Wren, the voice assistant, and the call is recorded. How can I help?',
    name: callerName,
    first: callerName.split(' ')[0] ?? callerName,
    address: address ?? random.pick(ADDRESSES),
    street: random.pick(STREETS),
    rent: random.pick(['1,450', '1,575', '1,650', '1,820', '1,950', '2,100']),
    amount: random.pick(['85', '95', '110', '120']),
    reference: `HF ${random.whole(20_100, 20_980)}`,
    date: spokenDate(workingDayAfter(at, 1, TIME_ZONE), TIME_ZONE),
    laterDate: spokenDate(workingDayAfter(at, random.whole(4, 6), TIME_ZONE), TIME_ZONE),
    time: random.pick(['10:15', '11:30', '14:00', '16:30', '17:45']),
    laterTime: random.pick(['10:00', '12:15', '15:30', '18:00']),
  };
}
