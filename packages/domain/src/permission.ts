import type { Role } from './members/role.ts';

/** What each role may do: the one table that procedures and pages ask. */
export const PERMISSIONS = {
  'calls.read': ['owner', 'admin', 'agent', 'viewer'],
  'recordings.play': ['owner', 'admin', 'agent', 'viewer'],
  'leads.read': ['owner', 'admin', 'agent', 'viewer'],
  'leads.write': ['owner', 'admin', 'agent'],
  'knowledge.read': ['owner', 'admin', 'agent', 'viewer'],
  'knowledge.write': ['owner', 'admin', 'agent'],
  'connections.read': ['owner', 'admin'],
  'connections.write': ['owner', 'admin'],
  'members.write': ['owner', 'admin'],
  'organization.read': ['owner', 'admin', 'agent', 'viewer'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;
