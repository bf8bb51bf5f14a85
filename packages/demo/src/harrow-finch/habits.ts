import type { Habits, Way } from '../organizations/habits.ts';

/** Somebody at a desk picks up. */
const PERSON: Way = { outcome: 'answered', takenBy: 'person', endedReason: null, ringSeconds: [3, 19] };
/** Nobody did for 25 seconds, so the assistant has it. */
const OVERFLOW: Way = { outcome: 'answered', takenBy: 'assistant', endedReason: null, ringSeconds: [25, 27] };
const NIGHT_DESK: Way = { ...OVERFLOW, ringSeconds: [3, 6] };

/** An office's day: full from nine, quieter at two, full again at four. Shaped after a real office's records of a week. */
export const HABITS: Habits = {
  callsPerDay: [3, 13, 12, 12, 11, 11, 5],
  busyHours: [0.3, 0.2, 0.1, 0.1, 0.1, 0.3, 0.8, 2, 5, 14, 27, 27, 25, 22, 14, 21, 30, 14, 6, 5, 4, 3, 2, 1],
  openHours: [null, [9, 17.5], [9, 17.5], [9, 17.5], [9, 17.5], [9, 17.5], [10, 14]],
  outboundShare: 0.32,
  inboundOpen: [
    [PERSON, 55],
    [OVERFLOW, 24],
    [{ outcome: 'missed', takenBy: null, endedReason: 'sip-487', ringSeconds: [4, 24] }, 18],
    [{ outcome: 'busy', takenBy: null, endedReason: 'sip-486', ringSeconds: [0, 1] }, 2],
    [{ outcome: 'failed', takenBy: null, endedReason: 'sip-503', ringSeconds: [1, 3] }, 1],
  ],
  inboundClosed: [
    [NIGHT_DESK, 84],
    [{ outcome: 'missed', takenBy: null, endedReason: 'sip-487', ringSeconds: [1, 5] }, 16],
  ],
  outbound: [
    [PERSON, 57],
    [{ outcome: 'missed', takenBy: null, endedReason: 'sip-487', ringSeconds: [22, 45] }, 20],
    [{ outcome: 'voicemail', takenBy: 'person', endedReason: null, ringSeconds: [14, 24] }, 12],
    [{ outcome: 'busy', takenBy: null, endedReason: 'sip-486', ringSeconds: [1, 3] }, 5],
    [{ outcome: 'failed', takenBy: null, endedReason: 'sip-404', ringSeconds: [1, 4] }, 3],
    [{ outcome: 'canceled', takenBy: null, endedReason: 'sip-487', ringSeconds: [3, 11] }, 3],
  ],
};
