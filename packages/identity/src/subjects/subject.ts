/** A person as an outside issuer names them. Two issuers may give one name to two people. */
export interface Subject {
  readonly issuer: string;
  readonly subject: string;
}
