import type { Mail } from '@ringfence/domain/mail';

/** Brings mails to people; what a module named by RINGFENCE_MAIL_SENDER exports. */
export interface MailSender {
  /** Resolves once the mail is out of our hands. */
  send(mail: Mail): Promise<void>;
}
