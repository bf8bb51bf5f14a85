const EXTENSIBLE = 0xfffe;

/** What a WAV's header says, and where its sound lies. */
export interface WaveLayout {
  /** The codec's tag: 1 PCM, 3 floating point, 6 A-law, 7 µ-law. */
  readonly codec: number;
  readonly channels: number;
  readonly sampleRate: number;
  /** Bytes of one sample of every channel; of a codec with blocks, of one block. */
  readonly blockAlign: number;
  readonly bytesPerSecond: number;
  readonly start: number;
  readonly sizeBytes: number;
}

type Format = Omit<WaveLayout, 'start' | 'sizeBytes'>;

/**
 * Reads a WAV's header, of which the size may be wrong: one that was streamed says 0 or 4 GiB, one that was cut says too much. Null for
 * one that makes no sense.
 * Source: Microsoft, Multimedia Programming Interface, "RIFF Waveform Audio"; mmreg.h for the codecs.
 */
export function readWaveLayout(head: Buffer, fileBytes: number): WaveLayout | null {
  let format: Format | null = null;
  for (let offset = 12; offset + 8 <= head.length;) {
    const name = head.toString('latin1', offset, offset + 4);
    const length = head.readUInt32LE(offset + 4);
    const start = offset + 8;
    if (name === 'data') return format && withSound(format, { start, length, rest: fileBytes - start });
    if (name === 'fmt ') format = readFormat(head.subarray(start, start + length));
    offset = start + length + (length % 2);
  }
  return null;
}

function withSound(format: Format, { start, length, rest }: { start: number; length: number; rest: number }): WaveLayout | null {
  const sizeBytes = length === 0 ? rest : Math.min(length, rest);
  return sizeBytes <= 0 ? null : { ...format, start, sizeBytes };
}

function readFormat(chunk: Buffer): Format | null {
  if (chunk.length < 16) return null;
  const tag = chunk.readUInt16LE(0);
  const codec = tag === EXTENSIBLE && chunk.length >= 26 ? chunk.readUInt16LE(24) : tag;
  const [channels, sampleRate] = [chunk.readUInt16LE(2), chunk.readUInt32LE(4)];
  const [bytesPerSecond, blockAlign] = [chunk.readUInt32LE(8), chunk.readUInt16LE(12)];
  const isSound = channels >= 1 && channels <= 8 && sampleRate >= 4_000 && sampleRate <= 384_000 && blockAlign >= channels;
  return isSound ? { codec, channels, sampleRate, bytesPerSecond, blockAlign } : null;
}
