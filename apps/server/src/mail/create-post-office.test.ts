import { createLogger } from '@ringfence/telemetry';
import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { createMailbox } from './create-mailbox.ts';
import { createPostOffice } from './create-post-office.ts';

const MAIL = { to: 'ann@example.com', subject: 'Set another password', text: 'Here: http://x/secret', link: 'http://x/secret' };

function loggedOffice(options: Partial<Parameters<typeof createPostOffice>[0]>) {
  const lines: string[] = [];
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  const logger = createLogger({ level: 'info', name: 'test', destination });
  return { lines, office: createPostOffice({ sender: undefined, isProduction: false, logger, ...options }) };
}

test('while developing, mails are kept: the newest first, and so many', () => {
  const mailbox = createMailbox(3);
  for (let n = 0; n < 5; n += 1) mailbox.keep({ ...MAIL, subject: `${n}` });
  expect(mailbox.list().map(({ subject }) => subject)).toEqual(['4', '3', '2']);
  const { office } = loggedOffice({});
  office.post(MAIL);
  expect(office.mailbox?.list()).toMatchObject([{ ...MAIL, id: expect.any(String), sentAt: expect.stringMatching(/Z$/) }]);
});

test('in production without a sender nothing is kept, and the log says why without a word of the mail', () => {
  const { office, lines } = loggedOffice({ isProduction: true });
  office.post(MAIL);
  expect(office.mailbox).toBeNull();
  expect(lines.join('')).toContain('no mail sender is configured');
  for (const canary of [MAIL.to, MAIL.link, MAIL.subject]) expect(lines.join('')).not.toContain(canary);
});

test('with a sender mails leave, none is kept, and one that fails is logged without a word of it', async () => {
  const sent: unknown[] = [];
  const { office } = loggedOffice({ sender: { send: async (mail) => void sent.push(mail) } });
  office.post(MAIL);
  await office.close();
  expect([office.mailbox, sent]).toEqual([null, [MAIL]]);
  const failing = loggedOffice({ sender: { send: (mail) => Promise.reject(new Error(`450 ${mail.to} is full`)) } });
  failing.office.post(MAIL);
  await failing.office.close();
  expect(failing.lines.join('')).toContain('a mail could not be sent');
  expect(failing.lines.join('')).not.toContain(MAIL.to);
});
