import type { SeededRandom } from '@ringfence/testing/provider';
import { type PlannedFault, STEP_FAULTS } from './step-fault.ts';

const FURTHER_FAULT = 1 / 3;

/**
 * What befalls one recording of many: its first attempt fails at each step in each way in turn, one recording after the other. By chance
 * what cleans up afterwards fails too, and the next attempt.
 */
export function planFaults(index: number, steps: number, random: SeededRandom): PlannedFault[] {
  const chosen = () => STEP_FAULTS[random.whole(0, STEP_FAULTS.length - 1)] ?? 'fails';
  const step = index % steps;
  const first = { attempt: 0, step, fault: STEP_FAULTS[Math.floor(index / steps) % STEP_FAULTS.length] ?? 'fails' };
  return [
    first,
    ...(random.chance(FURTHER_FAULT) ? [{ attempt: 0, step: step + 1, fault: chosen() }] : []),
    ...(random.chance(FURTHER_FAULT) ? [{ attempt: 1, step: random.whole(0, steps - 1), fault: chosen() }] : []),
  ];
}
