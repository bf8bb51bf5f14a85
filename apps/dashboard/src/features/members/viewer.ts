import type { Role } from '@ringfence/domain/members';

/** Who looks at the page. */
export interface Viewer {
  readonly userId: string;
  readonly role: Role;
  /** Whether they may change other members. */
  readonly canWrite: boolean;
}
