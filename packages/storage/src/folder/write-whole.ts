import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { meterSound } from '../meter-sound.ts';
import type { StoredObject } from '../storage.ts';
import { syncFolder } from './sync-folder.ts';

export interface WholeFile {
  /** Where the file grows, on the same file system as `path`; something is put behind it that nobody else has. */
  readonly growing: string;
  readonly path: string;
  readonly maxBytes: number;
}

/** Writes a file that is there whole or not at all: grown under another name, flushed to the disk, then renamed. */
export async function writeWhole(sound: Readable, { growing, path, maxBytes }: WholeFile): Promise<StoredObject> {
  const incoming = growing + randomUUID();
  const meter = meterSound(maxBytes);
  try {
    await pipeline(sound, meter.measure, createWriteStream(incoming, { flags: 'wx', mode: 0o600, flush: true }));
    await rename(incoming, path);
  } catch (error) {
    await rm(incoming, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
  const { sizeBytes, sha256 } = meter.result();
  return { sizeBytes, sha256 };
}
