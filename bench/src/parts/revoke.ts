import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addMember } from '@ringfence/platform/members';
import { seedOrganization, type SeededOrganization } from '@ringfence/testing/organizations';
import { storeTestSound } from '@ringfence/testing/recordings';
import { signBearer } from '../http/sign-bearer.ts';
import { quantile } from '../measure/quantile.ts';
import { printBlock } from '../report/print-block.ts';
import { tableLines } from '../report/table-lines.ts';
import type { MeasuredRemoval } from '../revoke/measured-removal.ts';
import { openTenancies } from '../revoke/open-tenancies.ts';
import { removeMember } from '../revoke/remove-member.ts';
import { revokeKey } from '../revoke/revoke-key.ts';
import { startServerProcess } from '../start-server-process.ts';
import type { Part } from './part.ts';

/** How soon all that somebody holds is dead once they were removed: the next request, the open stream, the link to a sound; and a revoked key. */
export const revoke: Part = {
  name: 'revoke',
  async run({ shared, isQuick, log, tell }) {
    const database = await shared.withCalls([]);
    const folder = await mkdtemp(path.join(tmpdir(), 'ringfence-revoke-'));
    const storageUrl = `file:${folder}`;
    const jwtSecret = randomBytes(32).toString('hex');
    const tenancies = openTenancies(database);
    const server = await startServerProcess(database, {
      DATABASE_URL_DIRECT: database.superuserUrl,
      RINGFENCE_JWT_SECRET: jwtSecret,
      STORAGE_URL: storageUrl,
    });
    const tokenOf = ({ orgId }: SeededOrganization, id: string) =>
      signBearer({ orgId, caller: { orgId, actor: { kind: 'user', id } } }, jwtSecret, { jti: randomUUID() });
    const removals: MeasuredRemoval[] = [];
    const keysMs: number[] = [];
    try {
      const acme = await seedOrganization(tenancies, 'Acme Ltd');
      await storeTestSound({ storageUrl, tenancies }, acme);
      const ownerToken = tokenOf(acme, acme.owner.actor.id);
      for (let round = 0; round < (isQuick ? 5 : 30); round += 1) {
        const userId = randomUUID();
        await tenancies.service.inTenant({ orgId: acme.orgId, actor: { kind: 'operator', id: 'bench' } }, (db) =>
          addMember(db, { userId, role: 'agent' }),
        );
        const leaving = { url: server.url, userId, token: tokenOf(acme, userId), ownerToken, recordingId: acme.recordingId };
        removals.push(await removeMember(leaving));
        keysMs.push(await revokeKey(server.url, ownerToken));
        log(`  ${round + 1} removed`);
      }
    } finally {
      await Promise.all([server.stop(), tenancies.close()]);
      await rm(folder, { recursive: true, force: true });
    }
    const figures = {
      'the removal itself, as the owner waits for it': removals.map(({ removalMs }) => removalMs),
      'until the next request was refused (403)': removals.map(({ requestMs }) => requestMs),
      'until the link to a sound was dead (403)': removals.map(({ linkMs }) => linkMs),
      'until the open stream was closed': removals.map(({ streamMs }) => streamMs),
      'until the next request with a revoked key was refused': keysMs,
    };
    const summary = Object.entries(figures).map(([what, taken]) => ({
      what,
      medianMs: quantile(taken, 0.5),
      slowestMs: Math.max(...taken),
    }));
    printBlock(
      `Removal of a member, ${removals.length} times, from the owner's answer on; not one request was let in after it`,
      tableLines([
        ['', 'median ms', 'slowest ms'],
        ...summary.map(({ what, medianMs, slowestMs }) => [what, medianMs.toFixed(1), slowestMs.toFixed(1)]),
      ]),
    );
    tell('revoke', summary);
    return [];
  },
};
