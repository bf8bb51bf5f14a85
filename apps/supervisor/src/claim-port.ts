import { once } from 'node:events';
import { createServer } from 'node:net';
import { ConfigurationFailure } from '@ringfence/db';

/** Looks whether the port can be had, long before the server takes it; 0 becomes a free one. @throws ConfigurationFailure naming what is wrong. */
export async function claimPort(host: string, port: number): Promise<number> {
  const probe = createServer();
  const listening = once(probe, 'listening');
  probe.listen(port, host);
  try {
    await listening;
  } catch (error) {
    throw new ConfigurationFailure(describe(error, host, port));
  }
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? address.port : port;
}

function describe(error: unknown, host: string, port: number): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  if (code === 'EADDRINUSE') return `PORT: ${port} on ${host} is taken by another program; expected a free one.`;
  if (code === 'EACCES') return `PORT: ${port} may not be used by this user; expected one above 1023.`;
  return `HOST: ${host} can't be listened on (${code}); expected an address of this machine.`;
}
