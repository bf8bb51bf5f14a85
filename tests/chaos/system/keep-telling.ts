import { setTimeout as pause } from 'node:timers/promises';
import type { ProviderRecording } from '@ringfence/testing/provider';
import type { Line } from './open-lines.ts';
import type { ChaosSystem } from './start-chaos-system.ts';
import { tellRecording } from './tell-recording.ts';

export interface Telling {
  /** How many callbacks a second, all lines together, where each is taken at once. */
  readonly perSecond: number;
  /** How many may be under way. */
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
  let begun = 0;
  async function tell(): Promise<void> {
    while (wantsMore(begun)) {
      const line = lines[(begun += 1) % lines.length];
      if (!line) throw new TypeError('there is no line');
      const next = pause((1000 / perSecond) * atOnce);
      const call = system.provider.placeCall(line.account, { talkSeconds: TALK_SECONDS });
      const toldAt = new Date();
      if ((await tellRecording(system.url, line, call)) && call.recording) {
        told.add(call.recording);
        onTold?.(toldAt);
      }
      await next;
    }
  }
  await Promise.all(Array.from({ length: atOnce }, tell));
  return told;
}
