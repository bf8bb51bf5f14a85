import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ConfigurationFailure } from '@ringfence/db';
import type { MailSender } from './mail-sender.ts';

/** Imports the module that the operator chose. @throws ConfigurationFailure for one that can't be loaded or doesn't export `send` */
export async function loadMailSender(path: string): Promise<MailSender> {
  const module: unknown = await import(pathToFileURL(resolve(path)).href).catch((cause: unknown) => {
    throw new ConfigurationFailure(
      `RINGFENCE_MAIL_SENDER: expected the path of a module (${cause instanceof Error ? cause.message : 'not loaded'})`,
    );
  });
  if (!isMailSender(module))
    throw new ConfigurationFailure('RINGFENCE_MAIL_SENDER: expected a module that exports an async function send(mail)');
  return { send: (mail) => module.send(mail) };
}

function isMailSender(module: unknown): module is MailSender {
  return typeof module === 'object' && module !== null && 'send' in module && typeof module.send === 'function';
}
