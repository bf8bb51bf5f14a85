import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { createLogger } from './create-logger.ts';

function logging(): { lines: string[]; log: ReturnType<typeof createLogger> } {
  const lines: string[] = [];
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  return { lines, log: createLogger({ level: 'info', name: 'test', destination }) };
}

test('a field that nobody listed stays out of the log, and its name is told', () => {
  const { lines, log } = logging();
  log.info({ orgId: 'an-id', phone: '+4930123456', headers: { authorization: 'Bearer abc' } }, 'a line');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 'info',
    name: 'test',
    orgId: 'an-id',
    leftOut: ['phone', 'headers'],
    msg: 'a line',
  });
  expect(lines.join('')).not.toMatch(/4930123456|abc/);
});

test("a driver's error is told by its kind, code and place, not by its message", () => {
  const { lines, log } = logging();
  const cause = Object.assign(new Error('Key (phone)=(+4930123456) already exists.'), { code: '23505' });
  log.error({ err: new Error('Failed query: insert … params: +4930123456', { cause }) }, 'it failed');
  expect(lines.join('')).not.toContain('4930123456');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ err: { type: 'Error', cause: { code: '23505' } } });
  expect(lines[0]).toContain('create-logger.test.ts');
});

test('a line break in a field stays one line', () => {
  const { lines, log } = logging();
  log.info({ reason: 'one\n{"level":"fatal"}\u001b[31m' }, 'a\nb');
  expect(lines).toHaveLength(1);
  expect(lines[0]?.trimEnd()).not.toContain('\n');
  expect(lines[0]).not.toContain('\u001b');
});
