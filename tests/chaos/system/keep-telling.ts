import { setTimeout as pause } from 'node:timers/promises';
import type { ProviderRecording } from '@ringfence/testing/provider';
import type { Line } from './open-lines.ts';
import type { ChaosSystem } from './start-chaos-system.ts';
import { tellRecording } from './tell-recording.ts';

export interface Telling {
  /** How many callbacks a second, all lines together, whether earlier ones were answered or not. */
  readonly perSecond: number;
  /** How many may be under way: then the next waits. */
  readonly atOnce: number;
  /** Whether another call shall happen. */
  wantsMore(begun: number): boolean;
  /** A recording was acknowledged that was told of at this time. */
  onTold?(toldAt: Date): void;
}

const TALK_SECONDS = 1;

/** Lets calls happen on one line after the other and tells of their recordings. Gives those that were acknowledged: they must be stored. */
export async function keepTelling(system: ChaosSystem, lines: readonly Line[], telling: Telling): Promise<Set<ProviderRecording>> {
  const { perSecond, atOnce, wantsMore, onTold } = telling;
  const told = new Set<ProviderRecording>();
  const underWay = new Set<Promise<void>>();
  let begun = 0;
  async function tell(line: Line): Promise<void> {
    const call = system.provider.placeCall(line.account, { talkSeconds: TALK_SECONDS });
    const toldAt = new Date();
    if (!(await tellRecording(system.url, line, call)) || !call.recording) return;
    told.add(call.recording);
    onTold?.(toldAt);
  }
  while (wantsMore(begun)) {
    const line = lines[(begun += 1) % lines.length];
    if (!line) throw new TypeError('there is no line');
    const one = tell(line).then(() => void underWay.delete(one));
    underWay.add(one);
    await Promise.all([pause(1000 / perSecond), underWay.size < atOnce ? undefined : Promise.race(underWay)]);
  }
  await Promise.all(underWay);
  return told;
}
