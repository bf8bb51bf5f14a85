/** PCM, floating point, A-law, µ-law: what browsers play. GSM (0x31), G.722 and the like come in a WAV too. */
const FORMATS = [0x0001, 0x0003, 0x0006, 0x0007];
const EXTENSIBLE = 0xfffe;

export interface WaveFacts {
  readonly durationMs: number;
  readonly channels: number;
}

/**
 * Length and channels of a WAV by its own header, of which the size may be wrong: one that was streamed says 0 or 4 GiB, one that was
 * cut says too much. Null for a form that browsers don't play.
 * Source: Microsoft, Multimedia Programming Interface, "RIFF Waveform Audio"; mmreg.h for the formats.
 */
export function readWaveFacts(head: Buffer, sizeBytes: number): WaveFacts | null {
  let format: { channels: number; bytesPerSecond: number } | null = null;
  for (let offset = 12; offset + 8 <= head.length;) {
    const name = head.toString('latin1', offset, offset + 4);
    const length = head.readUInt32LE(offset + 4);
    const start = offset + 8;
    if (name === 'data') return format && factsOf(format, { length, rest: sizeBytes - start });
    if (name === 'fmt ') format = readFormat(head.subarray(start, start + length));
    offset = start + length + (length % 2);
  }
  return null;
}

function factsOf(
  format: { channels: number; bytesPerSecond: number },
  { length, rest }: { length: number; rest: number },
): WaveFacts | null {
  const bytes = length === 0 ? rest : Math.min(length, rest);
  return bytes <= 0 ? null : { channels: format.channels, durationMs: Math.round((bytes / format.bytesPerSecond) * 1000) };
}

function readFormat(chunk: Buffer): { channels: number; bytesPerSecond: number } | null {
  if (chunk.length < 16) return null;
  const tag = chunk.readUInt16LE(0);
  const kind = tag === EXTENSIBLE && chunk.length >= 26 ? chunk.readUInt16LE(24) : tag;
  const [channels, sampleRate, blockAlign] = [chunk.readUInt16LE(2), chunk.readUInt32LE(4), chunk.readUInt16LE(12)];
  const isSound = channels >= 1 && channels <= 8 && sampleRate >= 4_000 && sampleRate <= 384_000 && blockAlign >= channels;
  return FORMATS.includes(kind) && isSound ? { channels, bytesPerSecond: sampleRate * blockAlign } : null;
}
