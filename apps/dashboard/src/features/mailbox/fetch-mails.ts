import type { KeptMail } from './kept-mail.ts';

/** The mails of this server, newest first, or null where it keeps none: in production, or with a mail sender. */
export async function fetchMails(): Promise<readonly KeptMail[] | null> {
  const response = await fetch('/dev/mailbox', { headers: { accept: 'application/json' }, cache: 'no-store' });
  if (response.status === 404 || response.status === 403) return null;
  if (!response.ok) throw new Error(`The mailbox answered ${response.status}.`);
  const mails: unknown = await response.json();
  if (!Array.isArray(mails) || !mails.every(isMail)) throw new TypeError('The mailbox answered something else than mails.');
  return mails.toSorted((a, b) => b.sentAt.localeCompare(a.sentAt));
}

function isMail(value: unknown): value is KeptMail {
  if (typeof value !== 'object' || value === null) return false;
  return ['id', 'to', 'subject', 'text', 'sentAt'].every((name) => typeof Reflect.get(value, name) === 'string');
}
