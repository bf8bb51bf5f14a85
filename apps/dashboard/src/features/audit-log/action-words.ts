/** What is written into the log, and what a page calls it. Attempts to cross come first. */
export const ACTION_WORDS: Readonly<Record<string, string>> = {
  'crossing.attempt': 'Something of another organisation was asked for',
  'crossing.named': 'Something of yours was asked for from outside',
  'crossing.entry': 'Somebody who is no member tried to come in',
  'crossing.write': 'A write was refused by a policy',
  'crossing.job': 'A job named another organisation',
  'crossing.callback': 'A message came with a wrong secret',
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
  'demo.load': 'Demo data loaded',
  'job.fail': 'A job was set aside',
  'tenant.cross': 'An operator looked in',
};

/** An action that has no words yet goes by its own: "connection rotate-secret". */
export function actionWords(action: string): string {
  return ACTION_WORDS[action] ?? action.replaceAll('.', ' ');
}
