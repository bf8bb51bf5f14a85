import type { Address } from '../phone-numbers/read-address.ts';
import type { TranscriptSegment } from '../transcripts/transcript-segment.ts';
import type { LegFacts } from './leg-facts.ts';

/** A recording that a provider has ready. `durationMs` as the provider says; measured again when stored. */
export interface RecordingFacts {
  readonly reference: string;
  readonly url: string;
  readonly durationMs: number | null;
  readonly channels: number | null;
  /** Twilio: the AccountSid of the signed callback, which alone may be named when the sound is fetched. */
  readonly accountId: string | null;
  /** When the provider deletes it, where that is known. */
  readonly deletesAt?: Date | null;
}

/** What one provider message tells about one leg, in our words. Parties are told once per message. */
export interface CallEvent {
  /** What makes a second delivery the same event, within its connection. */
  readonly dedupeKey: string;
  /** The provider's own name of the message, for the call's timeline: `status:ringing`, `end-of-call-report`. */
  readonly kind: string;
  /** When it happened as the provider says; null: take the time of arrival. */
  readonly occurredAt: Date | null;
  readonly leg: LegFacts;
  readonly from: Address | null;
  readonly to: Address | null;
  readonly recording: RecordingFacts | null;
  readonly transcript: readonly TranscriptSegment[] | null;
}
