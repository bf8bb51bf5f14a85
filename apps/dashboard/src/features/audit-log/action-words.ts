import type { AuditAction } from '@ringfence/domain/audit-log';

const ACTION_WORDS: Readonly<Record<AuditAction, string>> = {
  'crossing.attempt': 'Something of another organisation was asked for',
  'crossing.named': 'Something of yours was asked for from outside',
  'crossing.entry': 'Somebody who is no member tried to come in',
  'crossing.write': 'A write was refused by a policy',
  'crossing.webhook': 'A message came without the right secret',
  'crossing.unexamined': 'Further attempts, too many to look into',
  'organization.create': 'Organisation created',
  'organization.update': 'Organisation changed',
  'member.add': 'Member added',
  'member.change-role': 'Role changed',
  'member.remove': 'Member removed',
  'member.leave': 'Member left',
  'invitation.create': 'Invitation sent',
  'invitation.accept': 'Invitation accepted',
  'invitation.revoke': 'Invitation withdrawn',
  'api-key.create': 'API key created',
  'api-key.revoke': 'API key revoked',
  'connection.create': 'Connection added',
  'connection.catch-up': 'Connection compared with its provider',
  'connection.rotate-secret': 'Secret of a connection changed',
  'connection.pause': 'Downloads paused, since the provider refused our sign-in',
  'recording.retry': 'Recording tried again',
  'recording.remove': 'Recording removed',
  'recording.lost': 'Recording fetched again, since the storage had lost it',
  'demo.load': 'Demo data loaded',
  'job.retry': 'A job was tried again',
  'job.cancel': 'A job was cancelled',
  'job.fail': 'A job was set aside',
  'tenant.cross': 'An operator looked in',
};

/** What a page calls what is in the log. An action of a server that is newer than this page goes by its own: "connection rotate-secret". */
export function actionWords(action: string): string {
  return Object.hasOwn(ACTION_WORDS, action) ? ACTION_WORDS[action as AuditAction] : action.replaceAll('.', ' ');
}
