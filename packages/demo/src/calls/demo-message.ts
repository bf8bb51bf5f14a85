import type { DemoConnection } from '../organizations/demo-organization.ts';

/** What a provider would post to us, byte for byte, and to which of its addresses. */
export interface DemoMessage {
  readonly provider: DemoConnection['provider'];
  readonly route: 'status' | 'recording' | 'message';
  readonly contentType: string;
  readonly body: Buffer;
  /** When it would have come. */
  readonly at: Date;
}
