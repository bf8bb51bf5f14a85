const KILOBITS = {
  mpeg1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  mpeg2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};
const SAMPLE_RATES = [44_100, 48_000, 32_000];

/**
 * Whether a file begins as MP3: a Layer III frame with another right behind it, since one frame's four bytes come up by chance in raw
 * telephone codecs. Behind a large ID3 tag the frames aren't in reach, and the parser decides.
 * Source: ISO/IEC 11172-3, frame header; ID3v2.4, section 3.1.
 */
export function isMp3(head: Buffer): boolean {
  const start = head.toString('latin1', 0, 3) === 'ID3' ? endOfTag(head) : 0;
  if (start > 0 && start + 4 > head.length) return true;
  const length = frameLength(head, start);
  if (length === null) return false;
  return start + length + 4 > head.length ? start + length === head.length : frameLength(head, start + length) !== null;
}

/** The tag's size has seven bits a byte. */
function endOfTag(head: Buffer): number {
  return 10 + [6, 7, 8, 9].reduce((size, index) => size * 128 + ((head[index] ?? 0) & 0x7f), 0);
}

/** Bytes to the next frame, or null where no Layer III frame begins. */
function frameLength(head: Buffer, offset: number): number | null {
  const header = head.readUInt32BE(offset);
  const version = (header >>> 19) & 3;
  const isLayer3 = header >>> 21 === 0x7ff && ((header >>> 17) & 3) === 1 && version !== 1;
  const kilobits = (version === 3 ? KILOBITS.mpeg1 : KILOBITS.mpeg2)[(header >>> 12) & 15];
  const fullRate = SAMPLE_RATES[(header >>> 10) & 3];
  if (!isLayer3 || !kilobits || fullRate === undefined) return null;
  const sampleRate = version === 3 ? fullRate : version === 2 ? fullRate / 2 : fullRate / 4;
  const padding = (header >>> 9) & 1;
  return Math.floor(((version === 3 ? 144 : 72) * kilobits * 1000) / sampleRate) + padding;
}
