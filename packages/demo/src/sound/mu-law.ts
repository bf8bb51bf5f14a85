const BIAS = 33;
const LARGEST = 8159;

export const MU_LAW_ZERO = 8192;
/** 14-bit linear to µ-law, every value precomputed; index by the sample plus `MU_LAW_ZERO`. Source: ITU-T G.711. */
export const MU_LAW: Uint8Array = makeTable();

function makeTable(): Uint8Array {
  return Uint8Array.from({ length: MU_LAW_ZERO * 2 }, (_, index) => encode(index - MU_LAW_ZERO));
}

function encode(sample: number): number {
  const magnitude = Math.min(Math.abs(sample), LARGEST) + BIAS;
  const exponent = 31 - Math.clz32(magnitude) - 5;
  const mantissa = (magnitude >> (exponent + 1)) & 0x0f;
  return ~((sample < 0 ? 0x80 : 0) | (exponent << 4) | mantissa) & 0xff;
}
