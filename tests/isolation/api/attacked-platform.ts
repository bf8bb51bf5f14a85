import { createSealing } from '@ringfence/identity/sealing';
import { createConnection } from '@ringfence/platform/connections';
import { inviteMember } from '@ringfence/platform/invitations';
import { createArticle } from '@ringfence/platform/knowledge';
import { createLead } from '@ringfence/platform/leads';
import { seedOrganization } from '@ringfence/testing/organizations';
import { startTestPlatform, type TestPlatform, type TestPlatformOptions } from '@ringfence/testing/platform';
import { storeTestSound } from '@ringfence/testing/recordings';
import { postTwilio, statusCallback } from '@ringfence/testing/telephony';
import { Client } from 'pg';
import { addFailedRecordings } from './add-failed-recordings.ts';
import { digestOf } from '../database/digest-of.ts';
import type { Member } from './member.ts';
import { namesOf } from './names-of.ts';
import type { Names } from './names.ts';
import { queueTestJobs } from './queue-test-jobs.ts';
import { createOwner, signIn, tokenOf } from './sign-in.ts';

/** A running platform with two organisations of equal content: a is the victim here, b attacks. */
export interface AttackedPlatform {
  readonly platform: TestPlatform;
  readonly a: Member;
  readonly b: Member;
  /** Names of a, or of b. */
  namesOf(member: Member): Promise<Names>;
  /** Changes when any row or job of an organisation does. */
  digestOf(member: Member): Promise<Record<string, string>>;
  close(): Promise<void>;
}

export async function attackedPlatform(options: TestPlatformOptions = {}): Promise<AttackedPlatform> {
  const platform = await startTestPlatform(options);
  const superuser = new Client({ connectionString: platform.database.urls.superuser });
  await superuser.connect();
  const a = await prepare(platform, 'Victim Ltd');
  const b = await prepare(platform, 'Attacker Ltd');
  return {
    platform,
    a,
    b,
    namesOf: (member) => namesOf(platform, member),
    digestOf: (member) => digestOf(superuser, member.seeded.orgId),
    async close() {
      await superuser.end();
      await platform.close();
    },
  };
}

/** The address has an account by now, which only a look at the sign-in tables would tell. */
const NOBODY_KNOWN = { findUserByEmail: async () => null, postMail: () => {}, publicUrl: 'https://ringfence.test' };

/** A second row wherever there are pages, a sound to be played, and an owner who can sign in. */
async function prepare(platform: TestPlatform, name: string): Promise<Member> {
  const seeded = await seedOrganization(platform.tenancies, name);
  const vapi = await platform.tenancies.app.inTenant(seeded.owner, async (db) => {
    await createLead(db, { name: 'Ada Lovelace', phone: '+4915112345679' });
    await createArticle(db, { title: 'Prices', body: 'On request.' });
    return createConnection(db, { provider: 'vapi', name: 'Assistant', secret: seeded.secret }, createSealing(platform.database.secretKey));
  });
  await storeTestSound(platform, seeded);
  const { url, publicUrl } = platform;
  const path = `/webhooks/twilio/${seeded.connectionId}/status`;
  await postTwilio({ url, publicUrl, path, secret: seeded.secret, form: statusCallback({ phone: '+4915112345679' }) });
  const failedRecordingId = await addFailedRecordings(platform, seeded);
  await queueTestJobs(platform, seeded);
  const account = await createOwner(platform, seeded);
  const cookie = await signIn(platform, account);
  const invitation = await platform.tenancies.app.inTenant(seeded.owner, (db) =>
    inviteMember(db, NOBODY_KNOWN, { email: account.email, role: 'agent' }),
  );
  return { seeded, vapiConnectionId: vapi.id, failedRecordingId, account, cookie, invitation, token: await tokenOf(platform, cookie) };
}
