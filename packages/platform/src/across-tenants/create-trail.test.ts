import { randomUUID } from 'node:crypto';
import { auditLog } from '@ringfence/db/schema';
import { openTenancies, testDatabase } from '@ringfence/testing/database';
import { seedOrganization, type SeededOrganization } from '@ringfence/testing/organizations';
import { and, eq, ne } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { removeMember } from '../members/remove-member.ts';
import type { Attempt } from './attempt.ts';
import { createTrail, type Trail } from './create-trail.ts';

const database = await testDatabase();
const tenancies = openTenancies(database);
let attacker: SeededOrganization;
let victim: SeededOrganization;
let trail: Trail;
const noted: Attempt[] = [];
const failures: unknown[] = [];

beforeAll(async () => {
  [attacker, victim] = [await seedOrganization(tenancies, 'Attacker Ltd'), await seedOrganization(tenancies, 'Victim Ltd')];
});
beforeEach(() => {
  trail = createTrail({ service: tenancies.service, onNoted: (attempt) => noted.push(attempt), onError: (error) => failures.push(error) });
});
afterEach(async () => {
  await trail.close();
  expect(failures).toEqual([]);
});
afterAll(async () => {
  await tenancies.close();
  await database.close();
});

function attemptOf(more: Partial<Attempt>): Attempt {
  const { orgId, agent } = attacker;
  return {
    how: 'missing',
    surface: 'procedure',
    actor: agent.actor,
    orgId,
    procedure: 'calls.get',
    address: '203.0.113.7',
    ids: [],
    count: 1,
    ...more,
  };
}

/** What an organisation's owner reads of one procedure, oldest first. */
function rowsOf({ owner }: SeededOrganization, procedure: string) {
  return tenancies.app.inTenant(owner, (db) =>
    db
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.orgId, db.orgId), eq(auditLog.procedure, procedure), ne(auditLog.action, 'crossing.webhook')))
      .orderBy(auditLog.at, auditLog.id),
  );
}

test('both organisations hear of an attempt: the one who tried, the other what was named and nothing of who', async () => {
  trail.note(attemptOf({ procedure: 'one', ids: [victim.callId, attacker.callId, randomUUID()] }));
  await trail.flush();
  expect(await rowsOf(attacker, 'one')).toMatchObject([
    {
      action: 'crossing.attempt',
      kind: 'crossing',
      actorKind: 'user',
      actorId: attacker.agent.actor.id,
      address: '203.0.113.7',
      target: victim.callId,
    },
  ]);
  const seen = await rowsOf(victim, 'one');
  expect(seen).toMatchObject([
    { action: 'crossing.named', kind: 'crossing', actorKind: 'outsider', actorId: 'outsider', address: null, target: victim.callId },
  ]);
  expect(seen[0]?.detail).toEqual({ surface: 'procedure', foundIn: 'calls' });
  for (const told of [attacker.orgId, attacker.agent.actor.id, '203.0.113.7']) expect(JSON.stringify(seen)).not.toContain(told);
  expect(noted.at(-1)).toMatchObject({ surface: 'procedure', how: 'missing' });
});

test('ids of one’s own and of nobody leave nothing', async () => {
  const own = [attacker.orgId, attacker.callId, attacker.recordingId, attacker.apiKeyId, attacker.connectionId, attacker.owner.actor.id];
  trail.note(attemptOf({ procedure: 'none', ids: [...own, randomUUID()] }));
  await trail.flush('all');
  expect([...(await rowsOf(attacker, 'none')), ...(await rowsOf(victim, 'none'))]).toEqual([]);
});

test('members, keys, organisations and rows of every kind are known by their ids', async () => {
  const named = {
    members: victim.viewer.actor.id,
    api_keys: victim.apiKeyId,
    organizations: victim.orgId,
    recordings: victim.recordingId,
    connections: victim.connectionId,
  };
  trail.note(attemptOf({ procedure: 'kinds', ids: Object.values(named) }));
  await trail.flush();
  const found = (await rowsOf(victim, 'kinds')).map(({ target, detail }) => [detail['foundIn'], target]);
  expect(Object.fromEntries(found)).toEqual(named);
});

test('a token that names an organisation its holder is not of makes nobody there an attacker', async () => {
  const stranger = { kind: 'user', id: randomUUID() } as const;
  trail.note(attemptOf({ procedure: 'stranger', actor: stranger, ids: [victim.callId] }));
  trail.note(attemptOf({ procedure: 'nowhere', actor: stranger, orgId: null, ids: [victim.callId] }));
  trail.note(attemptOf({ procedure: 'never-was', orgId: randomUUID(), ids: [victim.callId] }));
  await trail.flush();
  const seen = await rowsOf(attacker, 'stranger');
  expect(seen).toMatchObject([{ action: 'crossing.entry', actorKind: 'outsider', actorId: 'outsider', address: null, target: null }]);
  expect(JSON.stringify(seen)).not.toContain(stranger.id);
  for (const procedure of ['stranger', 'nowhere', 'never-was'])
    expect(await rowsOf(victim, procedure)).toMatchObject([{ action: 'crossing.named' }]);
});

test('ATK-057 the organisation hears of a removed member who comes back, not by name', async () => {
  const { actor } = attacker.viewer;
  await tenancies.app.inTenant(attacker.owner, (db) => removeMember(db, { userId: actor.id }));
  trail.note(attemptOf({ how: 'not-admitted', procedure: 'back', actor }));
  trail.note(attemptOf({ how: 'not-admitted', procedure: 'key', actor: { kind: 'api-key', id: attacker.apiKeyId } }));
  trail.note(attemptOf({ how: 'refused-write', procedure: 'write' }));
  await trail.flush();
  expect(await rowsOf(attacker, 'back')).toMatchObject([{ action: 'crossing.entry', actorKind: 'outsider', address: null }]);
  expect(await rowsOf(attacker, 'key')).toMatchObject([{ action: 'crossing.entry', actorKind: 'api-key', actorId: attacker.apiKeyId }]);
  expect(await rowsOf(attacker, 'write')).toMatchObject([{ action: 'crossing.write', actorKind: 'user', target: null }]);
});

test('ATK-113 a flood is counted, and fills neither log nor memory', async () => {
  for (let number = 0; number < 300; number += 1) trail.note(attemptOf({ procedure: 'flood', ids: [randomUUID()] }));
  for (let number = 0; number < 300; number += 1)
    trail.note(attemptOf({ procedure: 'again', actor: attacker.owner.actor, ids: [victim.callId] }));
  await trail.flush('all');
  expect(await rowsOf(attacker, 'flood')).toMatchObject([{ action: 'crossing.unexamined', detail: { count: 280 } }]);
  expect((await rowsOf(attacker, 'again')).map(({ detail }) => detail['count'])).toEqual([undefined, 299]);
  expect((await rowsOf(victim, 'again')).map(({ detail }) => detail['count'])).toEqual([undefined, 299]);
});

test('ATK-113 one request with very many ids leaves ten rows and says how many more', async () => {
  const ids = [victim.callId, victim.orgId, victim.recordingId, victim.apiKeyId, victim.connectionId, victim.owner.actor.id];
  const further = [victim.agent.actor.id, victim.viewer.actor.id];
  const { rows } = await tenancies.app.inTenant(victim.owner, (db) =>
    db.execute<{ id: string }>('select id from public.audit_log limit 4'),
  );
  trail.note(attemptOf({ procedure: 'bulk', ids: [...ids, ...further, ...rows.map(({ id }) => id)] }));
  await trail.flush();
  const seen = await rowsOf(victim, 'bulk');
  expect([seen.length, seen[0]?.detail['more']]).toEqual([10, 2]);
});

test('ATK-011 whose an id is, no log-in but the service’s may ask', async () => {
  for (const log of [tenancies.app, tenancies.worker])
    await expect(log.lookup('find_owners', `{${victim.callId}}`)).rejects.toMatchObject({ code: '42501' });
  expect(await tenancies.service.lookup('find_owners', `{${victim.callId}}`)).toEqual([
    { id: victim.callId, org_id: victim.orgId, found_in: 'calls' },
  ]);
});
