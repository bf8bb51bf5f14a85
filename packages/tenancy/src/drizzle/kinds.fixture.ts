import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  customType,
  date,
  doublePrecision,
  integer,
  interval,
  jsonb,
  numeric,
  pgTable,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { kernel, type Kernel } from '../kernel.fixture.ts';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** A tenant table with a column of every type that the driver or Drizzle treats in its own way. */
export const kinds = pgTable('kinds', {
  orgId: uuid('org_id').notNull(),
  id: uuid('id')
    .notNull()
    .default(sql`public.uuid_v7()`),
  whole: integer('whole'),
  big: bigint('big', { mode: 'number' }),
  huge: bigint('huge', { mode: 'bigint' }),
  exact: numeric('exact'),
  rough: doublePrecision('rough'),
  yes: boolean('yes'),
  words: text('words').notNull(),
  tags: text('tags').array(),
  counts: integer('counts').array(),
  json: jsonb('json'),
  raw: bytes('raw'),
  at: timestamp('at', { withTimezone: true }),
  atText: timestamp('at_text', { withTimezone: true, mode: 'string' }),
  local: timestamp('local'),
  day: date('day'),
  span: interval('span'),
});

/** What some rows of `kinds` have, and others lack. */
export const notes = pgTable('notes', {
  orgId: uuid('org_id').notNull(),
  id: uuid('id')
    .notNull()
    .default(sql`public.uuid_v7()`),
  kindId: uuid('kind_id').notNull(),
  body: text('body'),
  at: timestamp('at', { withTimezone: true }),
});

const TABLES = `
  create table public.kinds (
    org_id uuid not null, id uuid not null default public.uuid_v7(), whole integer, big bigint, huge bigint, exact numeric, rough double precision,
    yes boolean, words text not null, tags text[], counts integer[], json jsonb, raw bytea, at timestamptz, at_text timestamptz, local timestamp,
    day date, span interval, primary key (org_id, id));
  create table public.notes (
    org_id uuid not null, id uuid not null default public.uuid_v7(), kind_id uuid not null, body text, at timestamptz, primary key (org_id, id));
  call tenancy.protect_table('public.kinds'); call tenancy.protect_table('public.notes');
  grant select, insert, update, delete on public.kinds, public.notes to ringfence_app;`;

/** The kernel, with both tables and no rows in them. */
export async function kernelWithKinds(): Promise<Kernel> {
  const made = await kernel();
  await made.superuser.query(TABLES);
  return made;
}

/** Values that are easily mistaken for others: quotes and backslashes, empty and null, negative, far away, before 1970. */
export function kindOf(orgId: string, index: number): typeof kinds.$inferInsert {
  const some = <T>(value: T) => ((index * 7) % 5 === 0 ? null : value);
  return {
    orgId,
    whole: some(index * (index % 2 ? -1 : 1)),
    big: some(2 ** 40 + index),
    huge: some(9_007_199_254_740_993n + BigInt(index)),
    exact: some(`${index}.${'0'.repeat(index % 3)}5`),
    rough: some(index / 3),
    yes: some(index % 2 === 0),
    words: ['plain', "it's", String.raw`back\slash`, '"quoted"', '', 'ünïcode 🎧'][index % 6] ?? '',
    tags: some(['a', '', 'null', 'with "quotes", commas', String.raw`\x`].slice(0, index % 6)),
    counts: some([index, -index, 0].slice(0, index % 4)),
    json: some({ index, nested: [null, 'x', { deep: true }] }),
    raw: some(Buffer.from([0, 255, index % 256])),
    at: some(new Date(Date.UTC(1969, 11, 31, 23, 59, index % 60, index))),
    atText: some(new Date(Date.UTC(2026, 2, 29, 1, index % 60)).toISOString()),
    local: some(new Date(Date.UTC(2026, 9, 25, 2, index % 60))),
    day: some(`20${String(10 + (index % 80)).padStart(2, '0')}-02-28`),
    span: some(`${index} hours`),
  };
}
