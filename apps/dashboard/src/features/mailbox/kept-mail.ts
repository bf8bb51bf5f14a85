/** A mail that development kept instead of sending it. */
export interface KeptMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly link: string | null;
  /** ISO 8601. */
  readonly sentAt: string;
}
