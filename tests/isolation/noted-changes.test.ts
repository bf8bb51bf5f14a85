import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attackedPlatform, type AttackedPlatform } from './api/attacked-platform.ts';
import { callProcedure } from './api/call-procedure.ts';
import { inputOf } from './api/input-of.ts';
import type { Names } from './api/names.ts';
import { PROCEDURES } from './api/procedures.ts';

/** A wish about one's own session, no change of anything that an organisation has. */
const WITHOUT_A_ROW = ['session.switch'];
const CHANGES = PROCEDURES.filter(({ path, kind }) => kind === 'mutation' && !WITHOUT_A_ROW.includes(path));

let world: AttackedPlatform;
let names: Names;
let superuser: Client;

beforeAll(async () => {
  world = await attackedPlatform();
  names = await world.namesOf(world.a);
  superuser = new Client({ connectionString: world.platform.database.urls.superuser });
  await superuser.connect();
}, 120_000);
afterAll(async () => {
  await superuser.end();
  await world.close();
});

/** What was removed already is removed a second time in silence. */
function stillThere(all: Names): Names {
  return { ...all, removedRecordingId: all.recordingId };
}

async function countRows(): Promise<number> {
  const { rows } = await superuser.query<{ count: number }>(
    `select count(*)::integer as count from public.audit_log where kind = 'changes'`,
  );
  return rows[0]?.count ?? -1;
}

test.each(CHANGES)('$path leaves a row in the log with the change itself', { timeout: 30_000 }, async (procedure) => {
  const before = await countRows();
  const answer = await callProcedure(
    world.platform.url,
    procedure.kind,
    procedure.path,
    world.a.token,
    inputOf(procedure, stillThere(names)),
  );
  expect(answer.status, answer.body).toBe(200);
  expect(await countRows()).toBeGreaterThan(before);
});
