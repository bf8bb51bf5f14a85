import { randomBytes, randomUUID } from 'node:crypto';

/** All that somebody outside can name of an organisation: ids, and places in its lists and streams. */
export interface Names {
  readonly orgId: string;
  readonly connectionId: string;
  readonly vapiConnectionId: string;
  readonly callId: string;
  readonly recordingId: string;
  readonly failedRecordingId: string;
  readonly removedRecordingId: string;
  readonly apiKeyId: string;
  /** Two jobs that wait. */
  readonly jobId: string;
  readonly otherJobId: string;
  readonly agentId: string;
  readonly viewerId: string;
  readonly invitationId: string;
  /** What stands in a link that the owner themselves could follow. */
  readonly invitationToken: string;
  readonly auditCursor: string;
  readonly membersCursor: string;
  readonly callsCursor: string;
  readonly leadsCursor: string;
  readonly articlesCursor: string;
  readonly queueCursor: string;
  readonly jobsCursor: string;
  readonly lastEventId: string;
  readonly email: string;
}

/** The same form throughout, of things that nobody has. */
export function namesOfNobody(names: Names): Names {
  const others = new Map<string, string>();
  const replace = (text: string) =>
    text.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
      const other = others.get(id) ?? randomUUID();
      others.set(id, other);
      return other;
    });
  const recoded = (cursor: string) => Buffer.from(replace(Buffer.from(cursor, 'base64url').toString())).toString('base64url');
  return {
    orgId: replace(names.orgId),
    connectionId: replace(names.connectionId),
    vapiConnectionId: replace(names.vapiConnectionId),
    callId: replace(names.callId),
    recordingId: replace(names.recordingId),
    failedRecordingId: replace(names.failedRecordingId),
    removedRecordingId: replace(names.removedRecordingId),
    apiKeyId: replace(names.apiKeyId),
    jobId: replace(names.jobId),
    otherJobId: replace(names.otherJobId),
    agentId: replace(names.agentId),
    viewerId: replace(names.viewerId),
    invitationId: replace(names.invitationId),
    invitationToken: randomBytes(32).toString('base64url'),
    auditCursor: recoded(names.auditCursor),
    membersCursor: recoded(names.membersCursor),
    callsCursor: recoded(names.callsCursor),
    leadsCursor: recoded(names.leadsCursor),
    articlesCursor: recoded(names.articlesCursor),
    queueCursor: recoded(names.queueCursor),
    jobsCursor: recoded(names.jobsCursor),
    lastEventId: replace(names.lastEventId),
    email: replace(names.email),
  };
}
