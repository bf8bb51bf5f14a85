/** A message to one person. Its link is a secret of theirs: a mail is handed on and never logged. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The one thing to follow, which stands in the text too. */
  readonly link: string;
}
