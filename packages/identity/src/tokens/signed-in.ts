/** What a verified bearer token says. Nothing of it is a right yet: the database looks the actor up at every entry. */
export interface SignedIn {
  /** Who asks: a person, or a program with an API key. */
  readonly actor: { readonly kind: 'user' | 'api-key'; readonly id: string };
  /** The person; null for an API key, which belongs to an organisation and to nobody. */
  readonly userId: string | null;
  /** `app_metadata.org_id`, the one place that names an organisation; null when the token names none. An API key's is its own. */
  readonly orgId: string | null;
  /** The sign-in session behind the token; null for API keys and for tokens of the command line and of outside issuers. */
  readonly sessionId: string | null;
  readonly expiresAt: Date;
}
