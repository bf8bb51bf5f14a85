import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { silentWave } from './silent-wave.ts';

export interface SoundServer {
  /** `host:port` on loopback, for `recordingHosts`. */
  readonly host: string;
  close(): Promise<void>;
}

/** A provider's side of a download: a second of silence at every address, but 404 below `/gone/`. */
export async function serveSound(): Promise<SoundServer> {
  const server = createServer((request, response) => {
    const isGone = request.url?.startsWith('/gone/') === true;
    response.writeHead(isGone ? 404 : 200, { 'content-type': 'audio/wav' });
    response.end(isGone ? 'gone' : silentWave(1000));
  });
  const { promise: isListening, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await isListening;
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      const { promise, resolve: closed } = Promise.withResolvers<void>();
      server.close(() => closed());
      server.closeAllConnections();
      return promise;
    },
  };
}
