import { Forbidden } from '@ringfence/domain';
import { mayGrant, type Role, ROLES } from '@ringfence/domain/members';
import type { TenantDb } from '@ringfence/tenancy';

/** How far somebody's word reaches among members. An operator's reaches everywhere. */
export interface Rank {
  /** The role of a person; null for the operator. */
  readonly role: Role | null;
  /** @throws Forbidden for a role above one's own */
  refuseAbove(role: Role): void;
}

/** What the database says of who acts, just now. @throws Forbidden for an API key: who belongs is a person's to decide. */
export async function ownRank(db: Pick<TenantDb, 'actor' | 'role'>): Promise<Rank> {
  const entered = await db.role();
  const role = ROLES.find((known) => known === entered) ?? null;
  if (db.actor.kind === 'api-key') throw new Forbidden('An API key can not do that: sign in as a person.');
  if (role === null && db.actor.kind !== 'operator') throw new Forbidden('Your role in this organisation does not allow that.');
  return {
    role,
    refuseAbove(other) {
      if (role !== null && !mayGrant(role, other)) throw new Forbidden('Only an owner can make, change or remove an owner.');
    },
  };
}
