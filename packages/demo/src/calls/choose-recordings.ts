import { createRandom } from '../random/create-random.ts';
import type { DemoCall } from './demo-call.ts';

/** Enough to look around in, little enough to be made while somebody waits for the first start. */
const MOST = 20;
const MOST_MS = 850_000;
const SHORTEST_MS = 8_000;
const LONGEST_MS = 160_000;
/** How many of which length at most, and which share of them. */
const CLASSES = [
  { untilMs: 42_000, most: MOST, share: 0.9 },
  { untilMs: 75_000, most: 5, share: 0.5 },
  { untilMs: LONGEST_MS, most: 2, share: 0.6 },
];
/** Which of the recordings of a person's calls, counted from the newest, its provider has deleted before we fetched it. */
const GONE = 4;

/** Decides of which calls the sound is kept: mostly short ones, the newest first. */
export function chooseRecordings(calls: readonly DemoCall[]): DemoCall[] {
  let [totalMs, ofPersons] = [0, 0];
  const counts = CLASSES.map(() => 0);
  const chosen = calls.toReversed().map((call): DemoCall => {
    const length = CLASSES.findIndex(({ untilMs }) => call.talkMs <= untilMs);
    const { most = 0, share = 0 } = CLASSES[length] ?? {};
    const isFitting = call.outcome === 'answered' && call.talkMs >= SHORTEST_MS && createRandom(`${call.key}/recorded`).chance(share);
    const isRoomLeft = counts.reduce((total, count) => total + count, 0) < MOST && totalMs + call.talkMs <= MOST_MS;
    if (!isFitting || !isRoomLeft || (counts[length] ?? 0) >= most) return call;
    counts[length] = (counts[length] ?? 0) + 1;
    totalMs += call.talkMs;
    ofPersons += Number(call.takenBy === 'person');
    return { ...call, recording: call.takenBy === 'person' && ofPersons === GONE ? 'gone' : 'kept' };
  });
  return chosen.toReversed();
}
