import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { InputSchema } from './api/input-schema.ts';
import { PROCEDURES } from './api/procedures.ts';
import { schemaPlaces } from './api/schema-places.ts';
import { unboundedPlaces } from './api/unbounded-places.ts';

/** The one procedure that is told an organisation: it only chooses among one's own. */
const CHOOSES_ORGANIZATION = ['session.switch'];
const NAMES_OF_THE_TENANT = /^(?:x-?)?(?:org|organi[sz]ation|tenant|workspace|account)(?:[-_]?id)?$/i;

describe.each(PROCEDURES)('$path', ({ path, input }) => {
  test('ATK-071 takes nothing that could grow without an end, and no field that nobody named', () => {
    expect(input ? unboundedPlaces(input) : []).toEqual([]);
  });

  test('ATK-059 takes no organisation from its input', () => {
    const fields = (input ? schemaPlaces(input) : []).map((place) => place.path.at(-1) ?? '');
    expect(fields.filter((field) => NAMES_OF_THE_TENANT.test(field))).toEqual(CHOOSES_ORGANIZATION.includes(path) ? ['orgId'] : []);
  });

  test('ATK-072 has pages of at most 200 where it has pages, ordered as it says itself', () => {
    const places = input ? schemaPlaces(input) : [];
    const limit = places.find((place) => place.path.at(-1) === 'limit')?.schema;
    if (limit) expect(limit).toMatchObject({ type: 'integer', minimum: 1, maximum: expect.toSatisfy((most: number) => most <= 200) });
    const orders = places.filter((place) => /^(?:sort|order|orderBy|direction|offset)$/.test(place.path.at(-1) ?? ''));
    for (const { schema } of orders) expect(schema.enum, 'a list of what may be asked').toBeDefined();
  });
});

test.each([
  ['a text of any length', z.strictObject({ a: z.strictObject({ b: z.string() }) })],
  ['a text of any length', z.strictObject({ a: z.iso.datetime({ offset: true }) })],
  ['a list of any length', z.strictObject({ a: z.array(z.uuid()) })],
  ['a text of any length', z.strictObject({ a: z.array(z.string()).max(3) })],
  ['a number of any size', z.strictObject({ a: z.int() })],
  ['a number of any size', z.strictObject({ a: z.number().min(0).nullable() })],
  ['an object of any fields', z.object({ a: z.uuid() })],
  ['an object of any fields', z.strictObject({ a: z.record(z.string().max(9), z.boolean()) })],
  ['anything at all', z.strictObject({ a: z.unknown() })],
])('the look at inputs finds %s', (complaint, schema) => {
  expect(unboundedPlaces(schemaOf(schema)).map((line) => line.split(': ')[1])).toEqual([complaint]);
});

test('the look at inputs leaves alone what is bounded', () => {
  const bounded = z.strictObject({
    id: z.uuid(),
    ids: z.array(z.uuid()).max(100),
    kind: z.enum(['a', 'b']),
    text: z.string().trim().max(10).nullish(),
    count: z.int().min(0).max(10).default(1),
    choice: z.union([z.literal('x'), z.strictObject({ on: z.boolean() })]),
    flags: z.partialRecord(z.enum(['p', 'q']), z.boolean()),
  });
  expect(unboundedPlaces(schemaOf(bounded.default({ id: '', ids: [], kind: 'a', count: 1, choice: 'x', flags: {} })))).toEqual([]);
});

function schemaOf(schema: z.ZodType): InputSchema {
  return z.toJSONSchema(schema, { io: 'input' }) as InputSchema;
}
