import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';

const RATE = 16_000;
const CHANNELS = 2;
const FRAME_BYTES = 2 * CHANNELS;

export interface LongSound {
  readonly host: string;
  readonly sizeBytes: number;
  readonly durationMs: number;
  /** Of all its bytes, in hexadecimal; known once they were sent. */
  readonly sha256: () => string;
  close(): Promise<void>;
}

/** A provider on loopback with one long WAV of noise in two channels, made while it is sent: nobody holds it whole. */
export async function serveLongSound(sizeBytes: number): Promise<LongSound> {
  const noise = Buffer.alloc(65_536);
  for (let offset = 0; offset < noise.length; offset += 2) noise.writeInt16LE(Math.round(20_000 * Math.sin(offset)), offset);
  let sha256 = '';
  async function send(response: ServerResponse): Promise<void> {
    const hash = createHash('sha256');
    response.writeHead(200, { 'content-type': 'audio/wav', 'content-length': sizeBytes });
    for (const piece of pieces(sizeBytes, noise)) {
      hash.update(piece);
      if (!response.write(piece)) await once(response, 'drain');
    }
    sha256 = hash.digest('hex');
    response.end();
  }
  const server = createServer((_request, response) => void send(response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('a listening server has an address');
  return {
    host: `127.0.0.1:${address.port}`,
    sizeBytes,
    durationMs: Math.round((1000 * (sizeBytes - HEADER_BYTES)) / (RATE * FRAME_BYTES)),
    sha256: () => sha256,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const HEADER_BYTES = 44;

function* pieces(sizeBytes: number, noise: Buffer): Generator<Buffer> {
  yield headerOf(sizeBytes);
  for (let sent = HEADER_BYTES; sent < sizeBytes; sent += noise.length) yield noise.subarray(0, Math.min(noise.length, sizeBytes - sent));
}

function headerOf(sizeBytes: number): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(sizeBytes - 8, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(CHANNELS, 22);
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(RATE * FRAME_BYTES, 28);
  header.writeUInt16LE(FRAME_BYTES, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(sizeBytes - HEADER_BYTES, 40);
  return header;
}
