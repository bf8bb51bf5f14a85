/** The right to finish one attempt at a recording; only the newest number counts. */
export interface Lease {
  readonly recordingId: string;
  readonly number: number;
  /** Which attempt this is, from 1. */
  readonly attempt: number;
}

/** Who holds a lease: a worker, and the job it runs. */
export interface LeaseHolder {
  readonly workerId: string;
  readonly jobId: string;
}

/** Renewed well before it ends while a download runs; a killed worker's recording is free again after it. */
export const LEASE_MS = 9_000;
export const LEASE_RENEWAL_MS = 3_000;
