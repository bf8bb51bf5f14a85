import type { CallDirection, LegStatus } from './call-status.ts';

/** What is known of one leg. Every fact only ever grows, so that events may come in any order. */
export interface LegFacts {
  /** The provider's id of the leg (Twilio: CallSid; Vapi: call.id). */
  readonly reference: string;
  /** The leg that dialled this one (Twilio: ParentCallSid). */
  readonly parentReference: string | null;
  /** Another provider's id of the same conversation (Vapi over Twilio: phoneCallProviderId). */
  readonly relatedReference: string | null;
  readonly direction: CallDirection | null;
  readonly status: LegStatus | null;
  /** The provider's order of events, where it gives one: of the event that told `status`. */
  readonly sequence: number | null;
  readonly startedAt: Date | null;
  readonly answeredAt: Date | null;
  readonly endedAt: Date | null;
  /** Talking time, whole seconds, where the provider says it. */
  readonly talkSeconds: number | null;
  readonly endedReason: string | null;
  readonly summary: string | null;
  /** US dollars, in millionths. */
  readonly costMicros: number | null;
  /** The assistant or agent who took the leg, by the provider's name for it. */
  readonly agentName: string | null;
}
