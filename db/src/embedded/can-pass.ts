import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { SystemUser } from './postgres-user.ts';

/** Whether that user can reach what lies in `folder`: every folder on the way lets it pass. */
export async function canPass(folder: string, { uid, gid }: SystemUser): Promise<boolean> {
  if (uid === undefined) return true;
  const { uid: owner, gid: group, mode } = await stat(folder);
  const passBit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
  if ((mode & passBit) === 0) return false;
  const parent = path.dirname(folder);
  return parent === folder || canPass(parent, { uid, gid });
}
