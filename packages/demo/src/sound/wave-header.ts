const MU_LAW_FORMAT = 7;
const HEADER_BYTES = 58;

/** The head of a µ-law WAV file, 8 bits a sample. Source: RFC 2361 and Microsoft's "Multimedia Programming Interface", WAVE_FORMAT_MULAW with its `fact` chunk. */
export function waveHeader(frames: number, channels: number, rate: number): Buffer {
  const dataBytes = frames * channels;
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(HEADER_BYTES - 8 + dataBytes + (dataBytes % 2), 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(18, 16);
  header.writeUInt16LE(MU_LAW_FORMAT, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate * channels, 28);
  header.writeUInt16LE(channels, 32);
  header.writeUInt16LE(8, 34);
  header.writeUInt16LE(0, 36);
  header.write('fact', 38, 'latin1');
  header.writeUInt32LE(4, 42);
  header.writeUInt32LE(frames, 46);
  header.write('data', 50, 'latin1');
  header.writeUInt32LE(dataBytes, 54);
  return header;
}
