export interface ReceivedMail {
  readonly to: string;
  readonly subject: string;
  readonly link: string;
}

/** The newest mail that an address got, from the mailbox that development keeps. */
export async function mailTo(url: string, address: string): Promise<ReceivedMail> {
  const response = await fetch(`${url}/dev/mailbox`);
  const mails = (await response.json()) as ReceivedMail[];
  const mail = mails.find(({ to }) => to === address);
  if (!mail) throw new Error(`${address} got no mail.`);
  return mail;
}
