/** How far one sample is from silence, 0 to 1, read at an offset. */
export type ReadLevel = (chunk: Buffer, offset: number) => number;

const PCM = 1;
const FLOAT = 3;
const A_LAW = 6;
const MU_LAW = 7;

/**
 * How to read a sample of a codec that takes so many bytes for one; null for one that we don't decode.
 * Source: ITU-T G.711 for the two laws; 8-bit PCM is unsigned, every other signed.
 */
export function waveLevels(codec: number, sampleBytes: number): ReadLevel | null {
  if (codec === PCM) return PCM_LEVELS[sampleBytes] ?? null;
  if (codec === FLOAT) return FLOAT_LEVELS[sampleBytes] ?? null;
  if (sampleBytes !== 1) return null;
  if (codec === A_LAW) return tableOf(aLawLevel);
  return codec === MU_LAW ? tableOf(muLawLevel) : null;
}

const PCM_LEVELS: Readonly<Record<number, ReadLevel>> = {
  1: (chunk, offset) => Math.abs(chunk.readUInt8(offset) - 128) / 127,
  2: (chunk, offset) => Math.abs(chunk.readInt16LE(offset)) / 32_767,
  3: (chunk, offset) => Math.abs(chunk.readIntLE(offset, 3)) / 8_388_607,
  4: (chunk, offset) => Math.abs(chunk.readInt32LE(offset)) / 2_147_483_647,
};

const FLOAT_LEVELS: Readonly<Record<number, ReadLevel>> = {
  4: (chunk, offset) => Math.abs(chunk.readFloatLE(offset)),
  8: (chunk, offset) => Math.abs(chunk.readDoubleLE(offset)),
};

function tableOf(levelOf: (byte: number) => number): ReadLevel {
  const levels = Float32Array.from({ length: 256 }, (_, byte) => levelOf(byte));
  return (chunk, offset) => levels[chunk[offset] ?? 0] ?? 0;
}

/** Every second bit is inverted; 13 bits of sound. */
function aLawLevel(byte: number): number {
  const code = byte ^ 0x55;
  const segment = (code >> 4) & 7;
  const step = ((code & 15) << 1) + 1;
  return (segment === 0 ? step : (step + 32) << (segment - 1)) / 4_096;
}

/** All bits are inverted; 14 bits of sound behind a bias of 33. */
function muLawLevel(byte: number): number {
  const code = ~byte & 0xff;
  return ((((code & 15) << 1) + 33) * 2 ** ((code >> 4) & 7) - 33) / 8_031;
}
