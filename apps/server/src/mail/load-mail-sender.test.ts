import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigurationFailure } from '@ringfence/db';
import { expect, onTestFinished, test } from 'vitest';
import { loadMailSender } from './load-mail-sender.ts';

async function moduleOf(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mail-sender-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'sender.mjs');
  await writeFile(path, text);
  return path;
}

test('a module that exports send is what mails leave by', async () => {
  const sender = await loadMailSender(
    await moduleOf('export const sent = []; export async function send(mail) { if (!mail.to) throw new Error("x"); }'),
  );
  await expect(sender.send({ to: 'a@example.com', subject: '', text: '', link: '' })).resolves.toBeUndefined();
});

test('one that can not be loaded, or sends nothing, ends the start with the name of the variable', async () => {
  for (const path of ['/nowhere/sender.mjs', await moduleOf('export const other = 1;')]) {
    const refused = loadMailSender(path);
    await expect(refused).rejects.toThrow(ConfigurationFailure);
    await expect(refused).rejects.toThrow(/^RINGFENCE_MAIL_SENDER: expected/);
  }
});
