import type { Provider } from '../connections/provider.ts';

/** Where a recording's sound is, and with what it may be fetched. `secret` and `fetchKey` are opened, never logged. */
export interface RecordingSource {
  readonly provider: Provider;
  readonly url: string;
  /** The provider's id of the recording; Vapi: the call's id, under which its API gives the sound. */
  readonly reference: string;
  /** Twilio: the AccountSid of the signed callback. */
  readonly accountId: string | null;
  readonly secret: string;
  readonly fetchKey: string | null;
}
