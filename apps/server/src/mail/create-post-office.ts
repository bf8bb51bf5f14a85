import type { Mail } from '@ringfence/domain/mail';
import type { Logger } from '@ringfence/telemetry';
import { createMailbox, type Mailbox } from './create-mailbox.ts';
import type { MailSender } from './mail-sender.ts';

export interface PostOfficeOptions {
  readonly sender: MailSender | undefined;
  readonly isProduction: boolean;
  readonly logger: Pick<Logger, 'warn' | 'error'>;
}

/** Where mails are handed in. Whoever does so never waits, and never learns whether there was somebody to send to. */
export interface PostOffice {
  post(mail: Mail): void;
  /** What was kept; null where mails leave, or are given up. */
  readonly mailbox: Mailbox | null;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

/** Sends by the sender that was configured. Without one, mails are kept while developing; in production they are given up, and the log says so. */
export function createPostOffice({ sender, isProduction, logger }: PostOfficeOptions): PostOffice {
  const mailbox = sender || isProduction ? null : createMailbox();
  const underWay = new Set<Promise<void>>();

  async function send(by: MailSender, mail: Mail): Promise<void> {
    try {
      await by.send(mail);
    } catch (err) {
      logger.error({ err }, 'a mail could not be sent');
    }
  }

  return {
    mailbox,
    post(mail) {
      if (mailbox) return mailbox.keep(mail);
      if (!sender) return logger.warn('a mail was given up: no mail sender is configured (RINGFENCE_MAIL_SENDER)');
      const sending = send(sender, mail).finally(() => underWay.delete(sending));
      underWay.add(sending);
    },
    async close() {
      await Promise.all(underWay);
    },
  };
}
