import type { CallDirection } from '@ringfence/domain/calls';
import type { LeadRole } from '../organizations/demo-lead.ts';
import type { Turn } from '../speech/turn.ts';

/** A conversation with a voice assistant, with `{slots}` where a name, day or amount goes. */
export interface Script {
  readonly name: string;
  readonly direction: CallDirection;
  /** Whom it fits. */
  readonly by: readonly LeadRole[];
  /** When it may be held: during opening hours, outside them, or either. */
  readonly hours: 'open' | 'closed' | 'any';
  /** Vapi's word for how the call ended. */
  readonly endedReason: string;
  readonly summary: string;
  readonly turns: readonly Turn[];
}
