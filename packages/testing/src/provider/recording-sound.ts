import { createHash } from 'node:crypto';
import type { ProviderRecording } from './provider-call.ts';

const SAMPLE_RATE = 8000;
const BYTES_PER_SAMPLE = 2;
const CHUNK_BYTES = 64 * 1024;

/** How long a recording's file is. */
export function soundBytes({ durationMs, channels }: ProviderRecording): number {
  return HEADER_BYTES + dataBytes(durationMs, channels);
}

/**
 * A recording's file, piece by piece, so that hours of sound need no memory: WAVE, PCM, 16 bit, 8 kHz. A hum that follows from the
 * recording's id, so that no two recordings have the same bytes. Source: RIFF/WAVE, Microsoft and IBM, 1991.
 */
export function* soundChunks({ reference, durationMs, channels }: ProviderRecording): Generator<Buffer> {
  const total = dataBytes(durationMs, channels);
  yield waveHeader(total, channels);
  const hum = createHash('sha256').update(reference).digest();
  const chunk = Buffer.alloc(CHUNK_BYTES, hum);
  for (let sent = 0; sent < total; sent += CHUNK_BYTES) yield chunk.subarray(0, Math.min(CHUNK_BYTES, total - sent));
}

/** SHA-256 of a recording's file, hexadecimal: what must lie in storage. */
export function soundDigest(recording: ProviderRecording): string {
  const hash = createHash('sha256');
  for (const chunk of soundChunks(recording)) hash.update(chunk);
  return hash.digest('hex');
}

const HEADER_BYTES = 44;

function dataBytes(durationMs: number, channels: number): number {
  return Math.round((durationMs / 1000) * SAMPLE_RATE) * BYTES_PER_SAMPLE * channels;
}

function waveHeader(total: number, channels: number): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + total, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(SAMPLE_RATE, 24);
  header.writeUInt32LE(SAMPLE_RATE * BYTES_PER_SAMPLE * channels, 28);
  header.writeUInt16LE(BYTES_PER_SAMPLE * channels, 32);
  header.writeUInt16LE(8 * BYTES_PER_SAMPLE, 34);
  header.write('data', 36);
  header.writeUInt32LE(total, 40);
  return header;
}
