/**
 * What is written down of a recording as it happens. `failed`: an attempt that another follows; `given-up`: no other follows by itself;
 * `refused`: its connection's credential was, and no attempt counts; `freed`: whoever had it was lost; `retried`: it begins anew.
 */
export const RECORDING_STEP_KINDS = ['claimed', 'failed', 'given-up', 'refused', 'freed', 'retried'] as const;
export type RecordingStepKind = (typeof RECORDING_STEP_KINDS)[number];

/** A recording's history from its coming to its storing. */
export type RecordingHistoryKind = 'received' | RecordingStepKind | 'stored';
