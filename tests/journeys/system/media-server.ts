import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';

export interface Download {
  readonly path: string;
  readonly authorization: string | undefined;
}

/** Stands where Twilio keeps its recordings: any recording's address gives the same sound. */
export interface MediaServer {
  /** `host:port`, as RINGFENCE_RECORDING_HOSTS has it. */
  readonly host: string;
  readonly url: string;
  readonly downloads: readonly Download[];
  /** Lets the next download stop half-way for good. Resolves when it has. */
  stallNext(): Promise<void>;
  close(): void;
}

export async function startMediaServer(sound: Buffer): Promise<MediaServer> {
  const downloads: Download[] = [];
  let stalled: (() => void) | undefined;
  const server = createServer((request, response) => {
    downloads.push({ path: request.url ?? '', authorization: request.headers.authorization });
    response.writeHead(200, { 'content-type': 'audio/x-wav', 'content-length': sound.length });
    if (!stalled) return response.end(sound);
    sendHalf(response, sound, stalled);
    stalled = undefined;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('A listening server has a port.');
  const host = `127.0.0.1:${address.port}`;
  return {
    host,
    url: `http://${host}`,
    downloads,
    stallNext: () => new Promise((resolve) => (stalled = resolve)),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function sendHalf(response: ServerResponse, sound: Buffer, done: () => void): void {
  response.write(sound.subarray(0, sound.length / 2), () => done());
}
