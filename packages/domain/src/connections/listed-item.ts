import type { Understood } from '../calls/understood.ts';

/** A stretch of time, its end left out. */
export interface ListWindow {
  readonly from: Date;
  readonly to: Date;
}

/** One entry of a provider's own list: taken in like a message that the provider had sent. */
export interface ListedItem {
  readonly kind: 'call' | 'recording';
  /** The provider's id of the call, or of the recording. */
  readonly reference: string;
  /** Where the list has it in time. */
  readonly at: Date;
  /** Nothing more will come of it. */
  readonly isFinished: boolean;
  /** The entry as JSON. */
  readonly body: Buffer;
  readonly understood: Understood;
}
