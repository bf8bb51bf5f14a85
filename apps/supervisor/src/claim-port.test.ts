import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { claimPort } from './claim-port.ts';

test('a taken port is told in one line, and is to be had once it is free', async () => {
  const port = await claimPort('127.0.0.1', 0);
  const other = createServer().listen(port, '127.0.0.1');
  await once(other, 'listening');
  await expect(claimPort('127.0.0.1', port)).rejects.toThrow(
    `PORT: ${port} on 127.0.0.1 is taken by another program; expected a free one.`,
  );
  other.close();
  await once(other, 'close');
  expect(await claimPort('127.0.0.1', port)).toBe(port);
});

test('an address of another machine is told as such', async () => {
  await expect(claimPort('192.0.2.1', 0)).rejects.toThrow(/^HOST: 192\.0\.2\.1 /);
});
