import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from './api/answer.ts';
import { attackedPlatform, type AttackedPlatform } from './api/attacked-platform.ts';
import { callProcedure } from './api/call-procedure.ts';
import { callWithText } from './api/call-with-text.ts';
import { strangeValues, wrongValues } from './api/hostile-values.ts';
import { PROCEDURES } from './api/procedures.ts';
import { sampleOf } from './api/sample-of.ts';
import { schemaPlaces } from './api/schema-places.ts';
import { withValueAt } from './api/with-value-at.ts';

/** What nobody should wait longer for, on the slowest machine: a pattern that runs away takes minutes. */
const AT_ONCE_MS = 3_000;
/** Room in an address of 16 KiB, which is where queries have their input. */
const LONGEST_ADDRESS = 12_000;
const DEPTH = 5_000;

let world: AttackedPlatform;
const prototype = Object.getOwnPropertyNames(Object.prototype).toSorted();
beforeAll(async () => {
  world = await attackedPlatform();
});
afterAll(() => world.close());

/** The error of an answer, of a stream's too. */
function errorOf({ body }: Answer): { data?: { code?: string; field?: string } } | undefined {
  const line = /^event: serialized-error\ndata: (.+)$/m.exec(body)?.[1];
  return line === undefined ? (JSON.parse(body) as { error?: { data?: object } }).error : (JSON.parse(line) as { data?: object });
}

function fits(kind: string, text: string): boolean {
  return kind === 'mutation' || encodeURIComponent(text).length < LONGEST_ADDRESS;
}

describe.each(PROCEDURES.filter(({ input }) => input !== null))('$path', ({ path, kind, input }) => {
  const schema = input ?? {};
  const ask = (value: unknown) => callProcedure(world.platform.url, kind, path, world.b.token, value);
  const askWith = (text: string) => callWithText(world.platform.url, kind, path, world.b.token, text);

  test('ATK-071 ATK-072 refuses a wrong value at every place of its input, and names the field', { timeout: 120_000 }, async () => {
    for (const place of schemaPlaces(schema)) {
      for (const value of wrongValues(place.schema)) {
        const asked = withValueAt(sampleOf(schema), place.path, value);
        if (!fits(kind, JSON.stringify(asked))) continue;
        const answer = await ask(asked);
        const shown = `${place.path.join('.')} = ${JSON.stringify(value).slice(0, 60)}: ${answer.body.slice(0, 300)}`;
        expect(answer.status, shown).toBe(400);
        expect(errorOf(answer), shown).toMatchObject({ data: { code: 'BAD_REQUEST', field: expect.any(String) } });
        if (place.path.length > 0)
          expect(place.path.join('.').startsWith(errorOf(answer)?.data?.field?.split('.')[0] ?? '?'), shown).toBe(true);
      }
    }
  });

  test('ATK-071 stumbles over no strange value at any place, and answers at once', { timeout: 180_000 }, async () => {
    for (const place of schemaPlaces(schema)) {
      for (const value of strangeValues(place.schema)) {
        const asked = withValueAt(sampleOf(schema, 'required'), place.path, value);
        if (!fits(kind, JSON.stringify(asked))) continue;
        const askedAt = performance.now();
        const answer = await ask(asked);
        const shown = `${place.path.join('.')} = ${JSON.stringify(value).slice(0, 60)}: ${answer.body.slice(0, 300)}`;
        expect(answer.status, shown).toBeLessThan(500);
        expect(performance.now() - askedAt, shown).toBeLessThan(AT_ONCE_MS);
        expect(answer.body, shown).not.toContain('INTERNAL_SERVER_ERROR');
      }
    }
  });

  test('ATK-070 ATK-072 refuses what is no field of its input, a prototype’s names above all', async () => {
    const names = [
      '__proto__',
      'constructor',
      'prototype',
      'toString',
      'offset',
      'sort',
      'orderBy',
      'where',
      'select',
      'isAdmin',
      '$where',
      '',
    ];
    for (const name of names) {
      for (const value of ['{"prototype":{"isPolluted":true},"isPolluted":true}', '"created_at; drop table calls"', '-1', 'null']) {
        const fields = JSON.stringify(sampleOf(schema)).slice(1, -1);
        const answer = await askWith(`{${fields}${fields ? ',' : ''}${JSON.stringify(name)}:${value}}`);
        expect([answer.status, errorOf(answer)?.data], `${name}: ${answer.body}`).toEqual([
          400,
          expect.objectContaining({ code: 'BAD_REQUEST', field: expect.any(String) }),
        ]);
      }
    }
    expect(Object.getOwnPropertyNames(Object.prototype).toSorted()).toEqual(prototype);
  });

  test('ATK-070 of a field that is given twice the last counts, for all who read it', async () => {
    for (const [name, value] of Object.entries(schema.properties ?? {})) {
      const fields = JSON.stringify(sampleOf(schema)).slice(1, -1);
      const [wrong] = wrongValues(value);
      if (wrong === undefined) continue;
      const answer = await askWith(`{${fields},${JSON.stringify(name)}:${JSON.stringify(wrong)}}`);
      expect([answer.status, errorOf(answer)?.data?.field], answer.body).toEqual([400, name]);
    }
  });

  test('ATK-071 refuses what is no JSON, no object, or deeper than anything', async () => {
    const deep = `${'{"a":'.repeat(DEPTH)}1${'}'.repeat(DEPTH)}`;
    for (const text of [
      '{',
      '[',
      '"',
      'nul',
      '{"a":1}}',
      "{'a':1}",
      '\0',
      '7',
      '"x"',
      '[]',
      '[{}]',
      'true',
      '1e999',
      ...(kind === 'mutation' ? [deep] : []),
    ]) {
      const answer = await askWith(text);
      expect(answer.status, `${text.slice(0, 20)}: ${answer.body}`).toBe(400);
    }
  });
});

test('ATK-071 depth in an address is refused as depth in a body is, also where nothing goes in', async () => {
  const brackets = '['.repeat(DEPTH) + ']'.repeat(DEPTH);
  for (const { path, kind } of PROCEDURES) {
    if (kind === 'mutation') continue;
    const response = await fetch(`${world.platform.url}/trpc/${path}?input=${brackets}`, {
      headers: { authorization: `Bearer ${world.b.token}` },
    });
    expect(response.status, `${path}: ${await response.text()}`).toBe(400);
  }
});

test('ATK-070 no name of a prototype is a procedure', async () => {
  const { url } = world.platform;
  for (const name of [
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'calls.__proto__',
    'calls.constructor',
    'calls',
    '__proto__.list',
    '',
  ]) {
    for (const batch of ['', '?batch=1']) {
      const response = await fetch(`${url}/trpc/${name}${batch}`, { headers: { authorization: `Bearer ${world.b.token}` } });
      expect(response.status, `${name}${batch}: ${await response.text()}`).toBe(404);
    }
  }
});

test('ATK-072 a place in a list or stream that somebody made up is refused, though it names their own organisation', async () => {
  const { url } = world.platform;
  const { orgId, callId } = world.b.seeded;
  for (const at of ['-999999999999999', '999999999999999', '253402300900000', '1e9', 'NaN', '']) {
    const cursor = Buffer.from(`${orgId}|${at}|${callId}`).toString('base64url');
    for (const { path, kind, input } of PROCEDURES) {
      if (!input?.properties?.['cursor']) continue;
      const answer = await callProcedure(url, kind, path, world.b.token, withValueAt(sampleOf(input, 'required'), ['cursor'], cursor));
      expect([answer.status, errorOf(answer)?.data?.field], `${path} ${at}: ${answer.body}`).toEqual([400, 'cursor']);
    }
    const answer = await callProcedure(url, 'subscription', 'calls.updates', world.b.token, { lastEventId: `${orgId}:${at}:${callId}` });
    expect(errorOf(answer)?.data?.field, `${at}: ${answer.body}`).toBe('lastEventId');
  }
});

test('ATK-071 the victim is served as before', async () => {
  expect(await callProcedure(world.platform.url, 'query', 'calls.list', world.a.token, {})).toMatchObject({ status: 200 });
});
