import { randomUUID } from 'node:crypto';
import type { Mail } from '@ringfence/domain/mail';

/** A mail that was kept instead of sent. */
export interface KeptMail extends Mail {
  readonly id: string;
  readonly sentAt: string;
}

export interface Mailbox {
  keep(mail: Mail): void;
  /** The newest first. */
  list(): readonly KeptMail[];
}

const MOST_MAILS = 100;

/**
 * Keeps mails while developing, in this process alone: their links are secrets, and nothing of them may rest in a database that could
 * become another's. A restart forgets them.
 */
export function createMailbox(most = MOST_MAILS): Mailbox {
  const kept: KeptMail[] = [];
  return {
    keep(mail) {
      kept.unshift({ ...mail, id: randomUUID(), sentAt: new Date().toISOString() });
      kept.length = Math.min(kept.length, most);
    },
    list: () => [...kept],
  };
}
