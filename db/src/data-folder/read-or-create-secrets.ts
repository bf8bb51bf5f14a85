import { randomBytes, randomUUID } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ConfigurationFailure } from '../configuration/configuration-failure.ts';
import { LOG_INS, type LogIn } from '../migrate/log-ins.ts';
import { hasCode } from './has-code.ts';

const KEY_BYTES = 32;
const PASSWORD_BYTES = 24;

/** What a data folder's database was made with. Losing it loses the database's log-ins and everything sealed. */
export interface Secrets {
  readonly secretKey: Buffer;
  readonly passwords: Readonly<Record<LogIn, string>>;
  /** Of the embedded Postgres' superuser. */
  readonly superuserPassword: string;
}

interface WrittenSecrets {
  readonly secretKey: string;
  readonly passwords: Readonly<Record<LogIn, string>>;
  readonly superuserPassword: string;
}

/** The secrets of a prepared data folder, made up at the first call, readable by their owner alone (`secrets.json`, mode 0600). */
export async function readOrCreateSecrets(dataDir: string): Promise<Secrets> {
  const file = path.join(dataDir, 'secrets.json');
  const written = (await readIfThere(file)) ?? (await create(file));
  return { ...written, secretKey: Buffer.from(written.secretKey, 'base64') };
}

/** Two processes may be the first at once: the one whose file arrives second reads the first's. */
async function create(file: string): Promise<WrittenSecrets> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, `${JSON.stringify(newSecrets(), null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, file);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(draft);
  }
  return read(await readFile(file, 'utf8'), file);
}

function newSecrets(): WrittenSecrets {
  const logIns = Object.keys(LOG_INS) as LogIn[];
  const passwords = Object.fromEntries(logIns.map((logIn) => [logIn, newPassword()])) as Record<LogIn, string>;
  return { secretKey: randomBytes(KEY_BYTES).toString('base64'), passwords, superuserPassword: newPassword() };
}

function newPassword(): string {
  return randomBytes(PASSWORD_BYTES).toString('base64url');
}

async function readIfThere(file: string): Promise<WrittenSecrets | null> {
  try {
    return read(await readFile(file, 'utf8'), file);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    if (hasCode(error, 'EACCES'))
      throw new ConfigurationFailure(`${file} can't be read: expected a data folder of the user who starts Ringfence.`);
    throw error;
  }
}

function read(text: string, file: string): WrittenSecrets {
  const written = parse(text);
  if (written?.secretKey && written.passwords && written.superuserPassword) return written;
  throw new ConfigurationFailure(`${file} is damaged: expected the secrets that this data folder's database was made with.`);
}

function parse(text: string): WrittenSecrets | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
