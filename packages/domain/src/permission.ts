import type { Role } from './members/role.ts';

/**
 * What each role may do: the one table that procedures and pages ask, and that the policies of the database repeat where a statement
 * changes rows (a test compares them both ways).
 */
export const PERMISSIONS = {
  'calls.read': ['owner', 'admin', 'agent', 'viewer'],
  'calls.write': ['owner', 'admin', 'agent'],
  'calls.import': ['owner', 'admin'],
  'recordings.play': ['owner', 'admin', 'agent', 'viewer'],
  'recordings.write': ['owner', 'admin', 'agent'],
  'recordings.remove': ['owner', 'admin'],
  'jobs.read': ['owner', 'admin', 'agent', 'viewer'],
  'jobs.write': ['owner', 'admin', 'agent'],
  'leads.read': ['owner', 'admin', 'agent', 'viewer'],
  'leads.write': ['owner', 'admin', 'agent'],
  'knowledge.read': ['owner', 'admin', 'agent', 'viewer'],
  'knowledge.write': ['owner', 'admin', 'agent'],
  'connections.read': ['owner', 'admin'],
  'connections.write': ['owner', 'admin'],
  'members.read': ['owner', 'admin', 'agent', 'viewer'],
  'members.write': ['owner', 'admin'],
  'members.leave': ['owner', 'admin', 'agent', 'viewer'],
  'invitations.read': ['owner', 'admin'],
  'invitations.write': ['owner', 'admin'],
  'organization.read': ['owner', 'admin', 'agent', 'viewer'],
  'organization.write': ['owner', 'admin'],
  'apiKeys.read': ['owner', 'admin'],
  'apiKeys.write': ['owner', 'admin'],
  'auditLog.read': ['owner', 'admin'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;
