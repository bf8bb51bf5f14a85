import type { Names } from './names.ts';

/** How a procedure is asked about things by name; null where it can be told no name at all. */
export type NamingInput = ((names: Names) => unknown) | null;

/** One for every procedure of the router: a procedure without an entry fails the matrix. */
export const PROCEDURE_CASES: Readonly<Record<string, NamingInput>> = {
  'apiKeys.create': null,
  'apiKeys.list': null,
  'apiKeys.revoke': ({ apiKeyId }) => ({ id: apiKeyId }),
  'auditLog.list': ({ auditCursor }) => ({ cursor: auditCursor }),
  'calls.get': ({ callId }) => ({ id: callId }),
  'calls.list': ({ callsCursor }) => ({ cursor: callsCursor }),
  'calls.updates': ({ lastEventId }) => ({ lastEventId }),
  'connections.catchUp': ({ connectionId }) => ({ connectionId }),
  'connections.completeness': ({ connectionId }) => ({ connectionId }),
  'connections.list': null,
  'connections.rotateSecret': ({ vapiConnectionId }) => ({ id: vapiConnectionId, secret: 'another secret' }),
  'invitations.accept': ({ invitationToken }) => ({ token: invitationToken }),
  'invitations.describe': ({ invitationToken }) => ({ token: invitationToken }),
  'jobs.cancel': ({ jobId }) => ({ id: jobId }),
  'jobs.list': ({ jobsCursor }) => ({ cursor: jobsCursor }),
  'jobs.retry': ({ otherJobId }) => ({ id: otherJobId }),
  'knowledge.list': ({ articlesCursor }) => ({ cursor: articlesCursor }),
  'knowledge.search': ({ articlesCursor }) => ({ query: 'hours', cursor: articlesCursor }),
  'leads.list': ({ leadsCursor }) => ({ cursor: leadsCursor }),
  'members.changeRole': ({ agentId }) => ({ userId: agentId, role: 'agent' }),
  'members.invitations': null,
  'members.invite': null,
  'members.list': ({ membersCursor }) => ({ cursor: membersCursor }),
  'members.remove': ({ viewerId }) => ({ userId: viewerId }),
  'members.revokeInvitation': ({ invitationId }) => ({ id: invitationId }),
  'organization.create': null,
  'organization.current': null,
  'organization.update': null,
  'recordings.history': ({ recordingId }) => ({ recordingId }),
  'recordings.link': ({ recordingId }) => ({ recordingId }),
  'recordings.peaks': ({ recordingId }) => ({ recordingId }),
  'recordings.queue': ({ queueCursor }) => ({ cursor: queueCursor }),
  'recordings.remove': ({ removedRecordingId }) => ({ recordingId: removedRecordingId }),
  'recordings.retry': ({ failedRecordingId }) => ({ recordingId: failedRecordingId }),
  'session.me': null,
  'session.switch': ({ orgId }) => ({ orgId }),
};
