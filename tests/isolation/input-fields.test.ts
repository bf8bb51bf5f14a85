import { randomUUID } from 'node:crypto';
import { AUTH_ROUTES } from '@ringfence/identity';
import { appRouter } from '@ringfence/platform/router';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { attackedPlatform, type AttackedPlatform } from './api/attacked-platform.ts';
import { callProcedure } from './api/call-procedure.ts';
import type { InputSchema } from './api/input-schema.ts';
import { PROCEDURES } from './api/procedures.ts';
import { sampleOf } from './api/sample-of.ts';

let world: AttackedPlatform;
/** Every column of every table that we own, as SQL and as our code spell it. */
let fields: string[];

beforeAll(async () => {
  world = await attackedPlatform();
  const superuser = new Client({ connectionString: world.platform.database.urls.superuser });
  await superuser.connect();
  const { rows } = await superuser.query<{ name: string }>(`
    select distinct a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace::regnamespace::text in ('public', 'identity') and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped`);
  await superuser.end();
  fields = [...new Set(rows.flatMap(({ name }) => [name, name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())]))];
}, 60_000);
afterAll(() => world.close());

/** Safe: tRPC keeps the parsers that it was given, and ours are all zod's. */
function parserOf(path: string): z.ZodType | undefined {
  const procedures: Record<string, unknown> = appRouter._def.procedures;
  return (procedures[path] as { _def: { inputs: readonly z.ZodType[] } })._def.inputs[0];
}

const WITH_INPUT = PROCEDURES.flatMap(({ path, kind, input }) => {
  const parser = parserOf(path);
  return parser && input ? [{ path, kind, input, parser }] : [];
});

/** The field that a schema refuses as not its own, or undefined. */
function refusedField(parser: z.ZodType, value: unknown): string | undefined {
  const read = parser.safeParse(value);
  return read.error?.issues.find((issue) => issue.code === 'unrecognized_keys')?.keys[0];
}

test('ATK-073 there are fields to try, and inputs to try them on', () => {
  expect(fields.length).toBeGreaterThan(100);
  expect(fields).toEqual(expect.arrayContaining(['org_id', 'orgId', 'role', 'status', 'created_at', 'createdBy', 'email_verified']));
  expect(WITH_INPUT.length).toBeGreaterThan(12);
});

describe.each(WITH_INPUT)('ATK-073 $path', ({ path, kind, input, parser }) => {
  test('takes no column of any table for a field of its input', () => {
    const own = Object.keys(propertiesOf(input));
    const sample = Object(sampleOf(input));
    for (const field of fields.filter((name) => !own.includes(name))) {
      expect(refusedField(parser, { ...sample, [field]: randomUUID() }), field).toBe(field);
    }
  });

  test('answers one with its name, and changes nothing', { timeout: 30_000 }, async () => {
    const own = Object.keys(propertiesOf(input));
    const before = await world.digestOf(world.a);
    for (const field of ['org_id', 'role', 'status', 'created_by', 'deleted_at'].filter((name) => !own.includes(name))) {
      const answer = await callProcedure(world.platform.url, kind, path, world.a.token, { ...Object(sampleOf(input)), [field]: 'x' });
      expect([answer.status, answer.body], field).toEqual([400, expect.stringContaining(`${field}: is not a field of this input`)]);
    }
    expect(await world.digestOf(world.a)).toEqual(before);
  });
});

/** The fields of an object, or of the one that may be left out. */
function propertiesOf(schema: InputSchema): Readonly<Record<string, unknown>> {
  return schema.properties ?? schema.anyOf?.map(propertiesOf).find((properties) => Object.keys(properties).length > 0) ?? {};
}

describe.each(AUTH_ROUTES.flatMap(({ path, body }) => (body ? [{ path, body }] : [])))('ATK-073 $path', ({ body }) => {
  test('takes no column of any table for a field of its body', () => {
    const own = Object.keys(propertiesOf(z.toJSONSchema(body, { io: 'input' }) as InputSchema));
    for (const field of fields.filter((name) => !own.includes(name))) expect(refusedField(body, { [field]: 'x' }), field).toBe(field);
  });
});
