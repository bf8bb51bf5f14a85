import { NotFound } from '@ringfence/domain';
import type { RotateSecret } from '@ringfence/domain/connections';
import { connections } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq } from 'drizzle-orm';
import { writeAudit } from '../audit-log/write-audit.ts';
import type { Sealing } from '../outside/outside.ts';
import { resumeDownloads } from '../recordings/resume-downloads.ts';
import { hastenLook } from './hasten-look.ts';
import { makeSecret } from './make-secret.ts';

/**
 * Gives a connection new secrets, which count from the next message and download on; downloads that were paused go on at once. Tells the
 * secret this once, or null where it stayed.
 * @throws NotFound if this organisation has no such connection.
 */
export async function rotateSecret(db: TenantDb, input: RotateSecret, sealing: Sealing): Promise<{ id: string; secret: string | null }> {
  const secret = input.secret ?? (input.fetchKey === undefined ? makeSecret() : null);
  const [rotated] = await db
    .update(connections)
    .set({
      ...(secret === null ? {} : { secretSealed: sealing.seal(secret) }),
      ...(input.fetchKey === undefined ? {} : { fetchKeySealed: sealing.seal(input.fetchKey) }),
      pausedAt: null,
      pauseReason: null,
    })
    .where(and(eq(connections.orgId, db.orgId), eq(connections.id, input.id)))
    .returning({ id: connections.id });
  if (!rotated) throw new NotFound('connection');
  await Promise.all([
    writeAudit(db, { action: 'connection.rotate-secret', target: rotated.id }),
    resumeDownloads(db, rotated.id),
    hastenLook(db, rotated.id),
  ]);
  return { id: rotated.id, secret };
}
