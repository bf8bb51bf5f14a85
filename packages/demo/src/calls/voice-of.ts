import { createRandom } from '../random/create-random.ts';
import type { Voice } from '../speech/voice.ts';

/** How somebody sounds: the same in every call. */
export function voiceOf(person: string): Voice {
  const random = createRandom(`voice/${person}`);
  const isHigh = random.chance(0.5);
  return {
    pitchHz: isHigh ? random.between(168, 225) : random.between(92, 138),
    throat: isHigh ? random.between(1.1, 1.2) : random.between(0.95, 1.04),
    syllablesPerSecond: random.between(4.6, 5.8),
    breath: random.between(0.03, 0.09),
    level: random.between(0.45, 0.75),
  };
}
