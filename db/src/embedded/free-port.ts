import { once } from 'node:events';
import { createServer } from 'node:net';

const LOOPBACK = '127.0.0.1';

/** The wished port on 127.0.0.1 if nobody has it, else some free one. */
export async function freePort(wished: number): Promise<number> {
  return (await tryPort(wished)) ?? (await freePort(0));
}

async function tryPort(wished: number): Promise<number | null> {
  const server = createServer();
  const opened = once(server, 'listening');
  server.listen(wished, LOOPBACK);
  try {
    await opened;
  } catch {
    return null;
  }
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : null;
}
