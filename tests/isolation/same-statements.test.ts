import { deriveKey, openTenancy, type Tenancy } from '@ringfence/tenancy';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askInProcess } from './api/ask-in-process.ts';
import { attackedPlatform, type AttackedPlatform } from './api/attacked-platform.ts';
import { inputOf } from './api/input-of.ts';
import { type Names, namesOfNobody } from './api/names.ts';
import { PROCEDURE_CASES } from './api/procedure-cases.ts';
import { type ListedProcedure, PROCEDURES } from './api/procedures.ts';
import { OK, type Verdict } from './api/verdict.ts';

const NAMING = PROCEDURES.filter(({ path }) => PROCEDURE_CASES[path] !== null);

let world: AttackedPlatform;
let names: Names;
let told: string[] = [];
let counted: Tenancy;
beforeAll(async () => {
  world = await attackedPlatform();
  names = await world.namesOf(world.a);
  const { urls, secretKey } = world.platform.database;
  counted = openTenancy({
    connectionString: urls.app,
    contextKey: deriveKey(secretKey, 'context'),
    // A statement's name stands for its text.
    onStatement: ({ name, rows }) => told.push(`${name ?? 'unnamed'} (${rows ?? 0})`),
  });
}, 120_000);
afterAll(async () => {
  await counted.close();
  await world.close();
});

interface Asked {
  readonly verdict: Verdict;
  /** Which statements ran, in their order, and how many rows each gave. */
  readonly statements: readonly string[];
}

/** As somebody in the same process would ask, past HTTP: nothing but statements takes a time that depends on data. */
async function ask(procedure: ListedProcedure, token: string, asked: Names): Promise<Asked> {
  told = [];
  const platform = { ...world.platform, tenancies: { ...world.platform.tenancies, app: counted } };
  const verdict = await askInProcess(platform, procedure, token, inputOf(procedure, asked));
  return { verdict, statements: [...told] };
}

test('ATK-021 the measure tells what is there from what is not', { timeout: 30_000 }, async () => {
  const get = NAMING.find(({ path }) => path === 'calls.get');
  if (!get) throw new Error('no calls.get');
  const own = await ask(get, world.a.token, names);
  const missing = await ask(get, world.a.token, namesOfNobody(names));
  expect(own.verdict).toEqual(OK);
  expect(own.statements.length).toBeGreaterThan(0);
  expect(missing.statements).not.toEqual(own.statements);
});

describe.each(NAMING)('ATK-021 $path', (procedure) => {
  test('runs the same statements for what another organisation has as for what nobody has', { timeout: 30_000 }, async () => {
    const [foreign, nobodys] = [await ask(procedure, world.b.token, names), await ask(procedure, world.b.token, namesOfNobody(names))];
    expect(foreign.verdict).not.toEqual(OK);
    expect(foreign).toEqual(nobodys);
    expect(await ask(procedure, world.a.token, names), "to one's own").toMatchObject({ verdict: OK });
  });

  test('refuses what is malformed before it asks anything', { timeout: 30_000 }, async () => {
    const malformed = Object.fromEntries(
      Object.entries(names).map(([name, value]) => [name, `${value.slice(0, -1)}~`]),
    ) as unknown as Names;
    const { verdict, statements } = await ask(procedure, world.b.token, malformed);
    expect(verdict).not.toEqual(OK);
    if (verdict.code === 'BAD_REQUEST') expect(statements).toEqual([]);
  });
});
