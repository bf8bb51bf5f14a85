import { postTwilio, statusCallback } from '@ringfence/testing/telephony';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attackedPlatform, type AttackedPlatform } from './api/attacked-platform.ts';
import { callProcedure } from './api/call-procedure.ts';
import type { Member } from './api/member.ts';
import { productFilesWith } from './product-sources.ts';

test('ATK-049 no code of ours asks for a cursor that outlives its transaction, or copies rows past a tenant', async () => {
  const outlives =
    /\bwith\s+hold\b|\bdeclare\s+\w+\s+(?:\w+\s+)*cursor\b|\bcopy\s+[\w.("]+[^;]{0,200}\bto\s+(?:stdout|program)\b|pg-(?:cursor|query-stream|copy-streams)/i;
  for (const text of ['declare c cursor with hold for select 1', 'copy public.calls to stdout', `import Cursor from 'pg-cursor'`]) {
    expect(text).toMatch(outlives);
  }
  expect(await productFilesWith(outlives)).toEqual([]);
});

let world: AttackedPlatform;
beforeAll(async () => {
  world = await attackedPlatform();
}, 120_000);
afterAll(() => world.close());

async function call({ seeded }: Member, phone: string): Promise<void> {
  const { url, publicUrl } = world.platform;
  const path = `/webhooks/twilio/${seeded.connectionId}/status`;
  const posted = await postTwilio({ url, publicUrl, path, secret: seeded.secret, form: statusCallback({ phone }) });
  expect(posted.status).toBe(204);
}

interface Page {
  readonly items: readonly { readonly id: string; readonly fromNumber: string | null }[];
  readonly nextCursor: string | null;
}

/** All calls of a member's organisation, a few a page, as an export would read them. */
async function exportOf({ token }: Member): Promise<string[]> {
  const numbers: string[] = [];
  let cursor: string | null = null;
  do {
    const input: object = { limit: 3, ...(cursor === null ? {} : { cursor }) };
    const { body } = await callProcedure(world.platform.url, 'query', 'calls.list', token, input);
    const page: Page = (JSON.parse(body) as { result: { data: Page } }).result.data;
    numbers.push(...page.items.map(({ fromNumber }) => fromNumber ?? 'withheld'));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return numbers;
}

test(
  'ATK-049 page after page of one organisation, with another writing and reading beside it, holds its own calls alone',
  { timeout: 60_000 },
  async () => {
    const [ofA, ofB] = ['+491520000', '+491530000'];
    for (let made = 0; made < 40; made += 1) await call(world.a, `${ofA}${String(made).padStart(4, '0')}`);
    const before = await exportOf(world.a);
    expect(before.filter((number) => number.startsWith(ofA))).toHaveLength(40);
    const exports = Promise.all(Array.from({ length: 4 }, () => exportOf(world.a)));
    const beside = Promise.all(
      Array.from({ length: 40 }, async (_, made) => {
        await call(world.b, `${ofB}${String(made).padStart(4, '0')}`);
        return exportOf(world.b);
      }),
    );
    for (const exported of await exports) expect(exported).toEqual(before);
    for (const exported of await beside) expect(exported.filter((number) => number.startsWith(ofA))).toEqual([]);
    expect((await exportOf(world.b)).filter((number) => number.startsWith(ofB))).toHaveLength(40);
  },
);
