import type { Identity } from '@ringfence/identity';
import type { JobsOutside } from '@ringfence/platform/outside';
import type { Tenancy } from '@ringfence/tenancy';

/** What loading needs of an installation: its three log-ins, its users, and where sound and secrets go. */
export interface DemoDoors {
  readonly app: Tenancy;
  readonly worker: Tenancy;
  readonly service: Tenancy;
  readonly identity: Pick<Identity, 'createUser' | 'findUserByEmail'>;
  readonly storage: JobsOutside['storage'];
  readonly sealing: JobsOutside['sealing'];
  /** Told of progress, a short line at a time. */
  readonly tell: (line: string) => void;
}
