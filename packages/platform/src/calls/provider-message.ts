/** A genuine message as it came over the wire, or as the provider's own list has it. */
export interface ProviderMessage {
  readonly connectionId: string;
  readonly contentType: string;
  readonly body: Buffer;
  readonly receivedAt: Date;
  /** `callback` where nothing is said. */
  readonly source?: 'callback' | 'list';
}
