const SAMPLE_RATE = 8000;
const BYTES_PER_SAMPLE = 2;

/** A WAVE file of silence: PCM, 16 bit, one channel, 8 kHz. Source: RIFF/WAVE, Microsoft and IBM, 1991. */
export function silentWave(durationMs: number): Buffer {
  const dataBytes = Math.round((durationMs / 1000) * SAMPLE_RATE) * BYTES_PER_SAMPLE;
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + dataBytes, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(SAMPLE_RATE, 24);
  header.writeUInt32LE(SAMPLE_RATE * BYTES_PER_SAMPLE, 28);
  header.writeUInt16LE(BYTES_PER_SAMPLE, 32);
  header.writeUInt16LE(8 * BYTES_PER_SAMPLE, 34);
  header.write('data', 36);
  header.writeUInt32LE(dataBytes, 40);
  return Buffer.concat([header, Buffer.alloc(dataBytes)]);
}
