import { recordings } from '@ringfence/db/schema';
import type { SeededOrganization } from '@ringfence/testing/organizations';
import type { TestPlatform } from '@ringfence/testing/platform';
import { newSid, postTwilio, recordingCallback } from '@ringfence/testing/telephony';
import { and, eq, ne } from 'drizzle-orm';

/** Two recordings that failed, as more than a page of the queue needs them; gives the id of one. */
export async function addFailedRecordings(platform: TestPlatform, { orgId, connectionId, secret }: SeededOrganization): Promise<string> {
  const { url, publicUrl, tenancies } = platform;
  for (const callSid of [newSid('CA'), newSid('CA')]) {
    const form = recordingCallback({ callSid, url: 'https://sound.invalid/RE1' });
    await postTwilio({ url, publicUrl, path: `/webhooks/twilio/${connectionId}/recording`, secret, form });
  }
  const failed = await tenancies.worker.inTenant({ orgId, actor: { kind: 'job', id: 'test' } }, (db) =>
    db
      .update(recordings)
      .set({ status: 'failed', failureReason: 'unreachable', leaseUntil: null })
      .where(and(eq(recordings.orgId, orgId), ne(recordings.status, 'stored')))
      .returning({ id: recordings.id }),
  );
  const [first] = failed;
  if (!first) throw new Error('a recording callback gave no recording');
  return first.id;
}
