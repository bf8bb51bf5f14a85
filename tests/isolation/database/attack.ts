import { testDatabase } from '@ringfence/testing/database';
import { afterAll, expect, test } from 'vitest';
import { attackedDatabase, type AttackedDatabase } from './attacked-database.ts';
import { seedTwoOrganizations } from './two-organizations.ts';

/** Throws where the guard doesn't hold. */
export type Check = (database: AttackedDatabase) => Promise<void>;

export interface Variants {
  /** SQL by what it takes away: the same check must go red on a database with it. */
  readonly redWith: Readonly<Record<string, string>>;
  /** SQL by what it adds rightly: the check stays green. */
  readonly greenWith?: Readonly<Record<string, string>>;
}

/** A copy is made and looked through from end to end. */
const LIMIT = { timeout: 60_000 };

/** Filled once, for all files of this process, and never connected to again: all others are copies of it. It goes with the run's Postgres. */
const original = await testDatabase();
const organizations = await seedTwoOrganizations(original);
let untouched: Promise<AttackedDatabase> | undefined;

/** A test of a guard in the database, and the proof that it can fail. */
export function attack(name: string, check: Check, variants: Variants): void {
  guard(name, check, variants, onCopy);
}

/** The same for a check that asks the catalogue alone, as superuser: what is taken away is given back by a rollback. */
export function attackCatalogue(name: string, check: Check, variants: Variants): void {
  guard(name, check, variants, inRolledBackTransaction);
}

function guard(
  name: string,
  check: Check,
  { redWith, greenWith = {} }: Variants,
  withChange: (sql: string, work: Check) => Promise<void>,
): void {
  afterAll(endUntouched);
  test(name, LIMIT, async () => check(await database()));
  test.each(Object.entries(greenWith))(`${name} · holds with %s`, LIMIT, (_, addition) => withChange(addition, check));
  test.each(Object.entries(redWith))(`${name} · goes red with %s`, LIMIT, (_, sin) =>
    withChange(sin, (sinned) => expect(check(sinned)).rejects.toMatchObject({ name: 'AssertionError' })),
  );
}

function database(): Promise<AttackedDatabase> {
  untouched ??= attackedDatabase(original, organizations, '');
  return untouched;
}

/** Each file has its own. */
async function endUntouched(): Promise<void> {
  const ending = untouched;
  untouched = undefined;
  await (await ending)?.close();
}

async function onCopy(sql: string, work: Check): Promise<void> {
  const copy = await attackedDatabase(original, organizations, sql);
  try {
    await work(copy);
  } finally {
    await copy.close();
  }
}

async function inRolledBackTransaction(sql: string, work: Check): Promise<void> {
  const whole = await database();
  await whole.inTransaction('superuser', null, async (client) => {
    await client.query(sql);
    await work(whole);
  });
}
