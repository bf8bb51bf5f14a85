import type { TestPlatform } from '@ringfence/testing/platform';
import { postTwilio, statusCallback } from '@ringfence/testing/telephony';
import type { Member } from './member.ts';
import { callProcedure } from './call-procedure.ts';
import type { Names } from './names.ts';

/** What an organisation's own member learns of it through the API. */
export async function namesOf(platform: TestPlatform, member: Member): Promise<Names> {
  const { orgId, connectionId, callId, recordingId, removedRecordingId, apiKeyId, invitationId, agent, viewer } = member.seeded;
  const cursorOf = async (path: string) => {
    const { body } = await callProcedure(platform.url, 'query', path, member.token, { limit: 1 });
    const { result } = JSON.parse(body) as { result: { data: { nextCursor: string | null } } };
    if (result.data.nextCursor === null) throw new Error(`${path}: one page only`);
    return result.data.nextCursor;
  };
  const [jobId = '', otherJobId = ''] = await jobsOf(platform, member);
  return {
    orgId,
    connectionId,
    vapiConnectionId: member.vapiConnectionId,
    callId,
    recordingId,
    failedRecordingId: member.failedRecordingId,
    removedRecordingId,
    apiKeyId,
    jobId,
    otherJobId,
    agentId: agent.actor.id,
    viewerId: viewer.actor.id,
    invitationId,
    invitationToken: new URL(member.invitation.link).searchParams.get('token') ?? '',
    auditCursor: await cursorOf('auditLog.list'),
    membersCursor: await cursorOf('members.list'),
    callsCursor: await cursorOf('calls.list'),
    leadsCursor: await cursorOf('leads.list'),
    articlesCursor: await cursorOf('knowledge.list'),
    queueCursor: await cursorOf('recordings.queue'),
    jobsCursor: await cursorOf('jobs.list'),
    lastEventId: await lastEventId(platform, member),
    email: member.account.email,
  };
}

/** The jobs that do nothing, which no other test counts on. */
async function jobsOf({ url }: TestPlatform, { token }: Member): Promise<string[]> {
  const { body } = await callProcedure(url, 'query', 'jobs.list', token, { state: 'waiting', limit: 200 });
  const { result } = JSON.parse(body) as { result: { data: { items: { id: string; task: string }[] } } };
  return result.data.items.flatMap(({ id, task }) => (task === 'test' ? id : []));
}

/** Opens the stream, lets a call come, and takes the id of what the stream tells. */
async function lastEventId({ url, publicUrl }: TestPlatform, { seeded, token }: Member): Promise<string> {
  const reading = callProcedure(url, 'subscription', 'calls.updates', token, {});
  const path = `/webhooks/twilio/${seeded.connectionId}/status`;
  for (let call = 0; call < 10; call += 1) {
    await postTwilio({ url, publicUrl, path, secret: seeded.secret, form: statusCallback({ phone: '+4915112345670' }) });
  }
  const id = /^id: (.+)$/m.exec((await reading).body)?.[1];
  if (!id) throw new Error('the stream told of no call');
  return id;
}
