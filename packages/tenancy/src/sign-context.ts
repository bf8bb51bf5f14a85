import { createHmac } from 'node:crypto';
import type { Caller } from './caller.ts';
import type { ContextKey } from './context-key.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const ACTOR_ID = /^[\w-]{1,128}$/;

/** `keyId.orgId.kind.actorId.expirySeconds.hmac`: what `tenancy.read_context` verifies. Valid for transactions begun before `expiresAtMs`. */
export function signContext(key: ContextKey, caller: Caller, expiresAtMs: number): string {
  refuseMalformed(caller);
  const { orgId, actor } = caller;
  const told = `${key.id}.${orgId.toLowerCase()}.${actor.kind}.${actor.id}.${Math.floor(expiresAtMs / 1000)}`;
  return `${told}.${createHmac('sha256', key.key).update(told).digest('hex')}`;
}

/** @throws TypeError for a caller whose ids can't stand in a signed context. */
export function refuseMalformed({ orgId, actor }: Caller): void {
  if (!UUID.test(orgId)) throw new TypeError('orgId must be a uuid');
  if (!ACTOR_ID.test(actor.id)) throw new TypeError('an actor id has letters, digits, "-" and "_" alone');
}
