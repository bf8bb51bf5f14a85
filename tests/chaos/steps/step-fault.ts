/**
 * What goes wrong at one step. `fails`: it throws and did nothing. `fails-late`: it did what it should, and throws: a timeout that in fact
 * succeeded. `dies` and `dies-late`: the same, and nothing of this attempt happens any more, as if its worker had been killed there.
 */
export const STEP_FAULTS = ['fails', 'fails-late', 'dies', 'dies-late'] as const;
export type StepFault = (typeof STEP_FAULTS)[number];

/** Which step of which attempt at a recording goes wrong, both counted from 0, and how. */
export interface PlannedFault {
  readonly attempt: number;
  readonly step: number;
  readonly fault: StepFault;
}
