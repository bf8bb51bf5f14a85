import type { CallDirection, CallStatus } from '@ringfence/domain/calls';

/** What the address says about which calls to show. */
export interface CallFilters {
  readonly direction?: CallDirection | undefined;
  readonly status?: CallStatus | undefined;
  readonly search?: string | undefined;
}
