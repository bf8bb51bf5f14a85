import type { Habits, Way } from '../organizations/habits.ts';

const ADA: Way = { outcome: 'answered', takenBy: 'assistant', endedReason: null, ringSeconds: [2, 6] };
const HUNG_UP: Way = {
  outcome: 'missed',
  takenBy: null,
  endedReason: 'call.ringing.sip-inbound-caller-hungup-before-call-connect',
  ringSeconds: [1, 4],
};

/** A practice's day: full in the morning, when people wake with a sore tooth; the assistant answers the rest of the clock too. */
export const HABITS: Habits = {
  callsPerDay: [4, 14, 13, 12, 12, 9, 4],
  busyHours: [0.2, 0.1, 0.1, 0.1, 0.2, 0.8, 4, 14, 25, 27, 24, 18, 15, 15, 18, 18, 15, 8, 5, 4, 3, 2, 1, 0.5],
  openHours: [null, [7, 17], [7, 17], [7, 17], [7, 17], [7, 13], null],
  outboundShare: 0.26,
  inboundOpen: [
    [ADA, 89],
    [HUNG_UP, 8],
    [{ outcome: 'failed', takenBy: null, endedReason: 'call.start.error-get-transport', ringSeconds: [1, 2] }, 2],
  ],
  inboundClosed: [
    [ADA, 86],
    [HUNG_UP, 14],
  ],
  outbound: [
    [ADA, 52],
    [{ outcome: 'missed', takenBy: null, endedReason: 'customer-did-not-answer', ringSeconds: [24, 40] }, 16],
    [{ outcome: 'voicemail', takenBy: 'assistant', endedReason: 'voicemail', ringSeconds: [16, 26] }, 18],
    [{ outcome: 'busy', takenBy: null, endedReason: 'customer-busy', ringSeconds: [1, 3] }, 5],
    [{ outcome: 'failed', takenBy: null, endedReason: 'twilio-failed-to-connect-call', ringSeconds: [1, 3] }, 4],
    [{ outcome: 'canceled', takenBy: null, endedReason: 'manually-canceled', ringSeconds: [2, 8] }, 4],
  ],
};
