import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';

const RATE = 8000;

/** One second of silence, 16 bits, one channel. */
export function silence(): Buffer {
  const sound = Buffer.alloc(2 * RATE);
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + sound.length, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(2 * RATE, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(sound.length, 40);
  return Buffer.concat([header, sound]);
}

export interface SlowProvider {
  readonly host: string;
  /** How many downloads were begun. */
  readonly downloads: number;
  close(): Promise<void>;
}

/** A provider on loopback whose first download stops half way and never goes on; the others come whole. */
export async function slowProvider(): Promise<SlowProvider> {
  const sound = silence();
  let downloads = 0;
  const server = createServer((_request, response: ServerResponse) => {
    downloads += 1;
    response.writeHead(200, { 'content-type': 'audio/wav', 'content-length': sound.length });
    if (downloads === 1) response.write(sound.subarray(0, sound.length / 2));
    else response.end(sound);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('a listening server has an address');
  return {
    host: `127.0.0.1:${address.port}`,
    get downloads() {
      return downloads;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
