/** What a verified bearer token says. Nothing of it is a right yet: the database looks the membership up at every entry. */
export interface SignedIn {
  readonly userId: string;
  /** `app_metadata.org_id`, the one place that names an organisation; null when the token names none. */
  readonly orgId: string | null;
  /** The sign-in session behind the token; null for tokens of the command line and of outside issuers. */
  readonly sessionId: string | null;
  readonly expiresAt: Date;
}
