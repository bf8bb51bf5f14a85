/** A genuine message as it came over the wire. */
export interface ProviderMessage {
  readonly connectionId: string;
  readonly contentType: string;
  readonly body: Buffer;
  readonly receivedAt: Date;
}
