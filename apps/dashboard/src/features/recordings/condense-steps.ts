import type { RecordingStep } from './recording-step.ts';

/** What an attempt came to; `freed` and `retried` belong to none. */
const ENDS: readonly RecordingStep['kind'][] = ['failed', 'given-up', 'refused', 'stored'];

/** A history without the beginnings of attempts whose end follows: the end says it all. */
export function condenseSteps<Step extends Pick<RecordingStep, 'kind' | 'attempt'>>(steps: readonly Step[]): Step[] {
  return steps.filter((step, index) => {
    if (step.kind !== 'claimed') return true;
    const next = steps[index + 1];
    return !next || !ENDS.includes(next.kind) || next.attempt !== step.attempt;
  });
}
