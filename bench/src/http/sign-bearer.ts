import { createHmac } from 'node:crypto';
import type { BenchTenant } from '../data/bench-tenant.ts';

const LIFE_SECONDS = 3_600;

/** A bearer token of an outside issuer that shares a secret with us (HS256), for an organisation's owner; `further` claims make it another one. */
export function signBearer({ orgId, caller }: Pick<BenchTenant, 'orgId' | 'caller'>, secret: string, further: object = {}): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = { sub: caller.actor.id, iat: now, exp: now + LIFE_SECONDS, app_metadata: { org_id: orgId }, ...further };
  const told = [{ alg: 'HS256', typ: 'JWT' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${told}.${createHmac('sha256', secret).update(told).digest('base64url')}`;
}
