import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from './api/answer.ts';
import { attackedPlatform, type AttackedPlatform } from './api/attacked-platform.ts';
import { callProcedure } from './api/call-procedure.ts';
import { type Names, namesOfNobody } from './api/names.ts';
import { inputOf } from './api/input-of.ts';
import { PROCEDURE_CASES } from './api/procedure-cases.ts';
import { PROCEDURES } from './api/procedures.ts';

/** A stream is open before its first step is refused. */
function isRefusal({ status, body }: Answer): boolean {
  return status >= 400 || body.includes('event: serialized-error');
}

let world: AttackedPlatform;
let names: Names;

beforeAll(async () => {
  world = await attackedPlatform();
  names = await world.namesOf(world.a);
}, 120_000);
afterAll(() => world.close());

test('every procedure has its case, and every case its procedure', () => {
  expect(PROCEDURES.length).toBeGreaterThan(8);
  expect(Object.keys(PROCEDURE_CASES).toSorted()).toEqual(PROCEDURES.map(({ path }) => path).toSorted());
});

describe.each(PROCEDURES)('ATK-020 ATK-062 $path', (procedure) => {
  const { path, kind } = procedure;
  const isNaming = PROCEDURE_CASES[path] !== null;
  const ask = (token: string | null, asked: Names) => callProcedure(world.platform.url, kind, path, token, inputOf(procedure, asked));

  // First, while what is named is there.
  test("tells another organisation's member nothing of it", { timeout: 30_000 }, async () => {
    const before = await world.digestOf(world.a);
    const [foreign, nobodys] = [await ask(world.b.token, names), await ask(world.b.token, namesOfNobody(names))];
    expect(isRefusal(foreign), foreign.body).toBe(isNaming);
    if (isNaming) expect(foreign).toEqual(nobodys);
    expect(foreign.status).toBe(nobodys.status);
    // What the attacker's own log says of the attempt is theirs to read.
    if (path !== 'auditLog.list') for (const value of Object.values(names)) expect(JSON.stringify(foreign)).not.toContain(value);
    expect(foreign.body).not.toContain('Victim');
    expect(await world.digestOf(world.a)).toEqual(before);
  });

  test('answers its own organisation, and nobody without a token', { timeout: 30_000 }, async () => {
    for (const token of [null, 'x', `${world.a.token}x`]) expect(await ask(token, names)).toMatchObject({ status: 401 });
    const own = await ask(world.a.token, names);
    expect(own.status, own.body).toBe(200);
    expect(isRefusal(own), own.body).toBe(false);
    if (isNaming)
      expect(await ask(world.a.token, namesOfNobody(names)), 'what nobody has is told apart from what is there').not.toEqual(own);
    expect(own.headers).toMatchObject({ 'cache-control': expect.stringContaining('no-store') });
  });
});
