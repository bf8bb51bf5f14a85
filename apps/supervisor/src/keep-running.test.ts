import { once } from 'node:events';
import { createServer } from 'node:http';
import { ConfigurationFailure } from '@ringfence/db';
import { expect, onTestFinished, test } from 'vitest';
import { type ChildProgram, keepRunning } from './keep-running.ts';

/** A program that reports each of its lives to us, and then does what `then` says. */
async function reportingProgram(then: string): Promise<{ program: ChildProgram; nextLife: () => Promise<number> }> {
  const lives = createServer((request, response) => {
    response.end();
    lives.emit('life', Number(request.url?.slice(1)));
  }).listen(0, '127.0.0.1');
  await once(lives, 'listening');
  onTestFinished(() => void lives.close());
  const address = lives.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const script = `process.on('disconnect', () => process.exit(0)); await fetch('http://127.0.0.1:${port}/' + process.pid); ${then}`;
  const program = { name: 'probe', command: [process.execPath, '--input-type=module', '-e', script], variables: {} } as const;
  return {
    program,
    async nextLife() {
      const [processId]: number[] = await once(lives, 'life');
      return processId ?? 0;
    },
  };
}

function neverGivenUp(reason: unknown): void {
  throw reason;
}

test('a killed program lives again, and a stopped one is gone', async () => {
  const { program, nextLife } = await reportingProgram('setInterval(() => {}, 60_000);');
  const first = nextLife();
  const kept = keepRunning(program, neverGivenUp);
  const second = first.then((processId) => {
    const life = nextLife();
    process.kill(processId, 'SIGKILL');
    return life;
  });
  expect(await second).not.toBe(await first);
  await kept.stop();
  const last = await second;
  expect(() => process.kill(last, 0)).toThrow('ESRCH');
});

test('one that says it is misconfigured is given up at once', async () => {
  const { program } = await reportingProgram('process.exit(2);');
  const { promise, resolve } = Promise.withResolvers<unknown>();
  keepRunning(program, resolve);
  expect(await promise).toBeInstanceOf(ConfigurationFailure);
});
