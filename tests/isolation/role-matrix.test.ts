import { randomUUID } from 'node:crypto';
import { may } from '@ringfence/domain';
import { type Role, ROLES } from '@ringfence/domain/members';
import { addMember } from '@ringfence/platform/members';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askInProcess } from './api/ask-in-process.ts';
import { attackedPlatform, type AttackedPlatform } from './api/attacked-platform.ts';
import { callProcedure } from './api/call-procedure.ts';
import { inputOf } from './api/input-of.ts';
import type { Member } from './api/member.ts';
import { type Names, namesOfNobody } from './api/names.ts';
import { PROCEDURE_CASES } from './api/procedure-cases.ts';
import { type ListedProcedure, PROCEDURES } from './api/procedures.ts';
import { OK, type Verdict, verdictOf } from './api/verdict.ts';

let world: AttackedPlatform;
let names: Names;
/** Of a member of each role, in both organisations. */
let tokens: Record<'a' | 'b', Record<Role, string>>;

beforeAll(async () => {
  world = await attackedPlatform();
  names = await world.namesOf(world.a);
  tokens = { a: await tokensOf(world.a), b: await tokensOf(world.b) };
}, 120_000);
afterAll(() => world.close());

async function tokensOf({ seeded: { orgId } }: Member): Promise<Record<Role, string>> {
  const { identity, tenancies } = world.platform;
  const tokenOf = async (role: Role) => {
    const { userId } = await identity.createUser({ email: `${randomUUID()}@example.com`, name: role });
    await tenancies.service.inTenant({ orgId, actor: { kind: 'operator', id: 'test' } }, (db) => addMember(db, { userId, role }));
    return identity.signToken({ userId, orgId, ttlSeconds: 3_600 });
  };
  return { owner: await tokenOf('owner'), admin: await tokenOf('admin'), agent: await tokenOf('agent'), viewer: await tokenOf('viewer') };
}

type Ask = (procedure: ListedProcedure, token: string, input: unknown) => Promise<Verdict>;

const WAYS: Readonly<Record<string, Ask>> = {
  'over HTTP': async ({ path, kind }, token, input) => verdictOf(await callProcedure(world.platform.url, kind, path, token, input)),
  'in process': (procedure, token, input) => askInProcess(world.platform, procedure, token, input),
};

const CASES = PROCEDURES.flatMap((procedure) => ROLES.map((role) => ({ path: procedure.path, role, procedure })));

test('every role meets every procedure, over HTTP and in process', () => {
  expect(CASES.length).toBe(Object.keys(PROCEDURE_CASES).length * ROLES.length);
  expect(CASES.length * Object.keys(WAYS).length).toBeGreaterThan(180);
});

describe.each(Object.entries(WAYS))('%s', (_way, ask) => {
  const ofOwners = new Map<string, Promise<Verdict>>();
  /** What an owner is answered about things that nobody has, asked once. */
  function ofOwner(procedure: ListedProcedure, nobodys: unknown): Promise<Verdict> {
    const known = ofOwners.get(procedure.path) ?? ask(procedure, tokens.a.owner, nobodys);
    ofOwners.set(procedure.path, known);
    return known;
  }

  test.each(CASES)(
    'ATK-058 ATK-062 $path answers a member as $role, and a stranger of that role nothing',
    { timeout: 30_000 },
    async (one) => {
      const { procedure, role } = one;
      const isAllowed = procedure.permission === null || may(role, procedure.permission);
      const nobodys = inputOf(procedure, namesOfNobody(names));
      const verdict = await ask(procedure, tokens.a[role], nobodys);
      if (!isAllowed) expect(verdict).toMatchObject({ code: 'FORBIDDEN', message: 'Your role in this organisation does not allow that.' });
      else expect(verdict).toEqual(await ofOwner(procedure, nobodys));
      expect(['UNAUTHORIZED', 'INTERNAL_SERVER_ERROR']).not.toContain(verdict.code);

      const before = await world.digestOf(world.a);
      const foreign = await ask(procedure, tokens.b[role], inputOf(procedure, names));
      expect(foreign).toEqual(await ask(procedure, tokens.b[role], nobodys));
      expect(foreign.code === OK.code).toBe(isAllowed && PROCEDURE_CASES[procedure.path] === null);
      expect(await world.digestOf(world.a)).toEqual(before);
    },
  );
});
