/** A WAV of silence; `format` is its tag, `dataBytes` what its header claims. */
export function wave({
  seconds = 1,
  channels = 1,
  format = 1,
  sampleRate = 8000,
  bits = 16,
  dataBytes,
}: {
  seconds?: number;
  channels?: number;
  format?: number;
  sampleRate?: number;
  bits?: number;
  dataBytes?: number;
}): Buffer {
  const blockAlign = (channels * bits) / 8;
  const sound = Buffer.alloc(Math.round(seconds * sampleRate) * blockAlign);
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + sound.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(format, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(sampleRate, 24);
  header.writeUInt32LE(sampleRate * blockAlign, 28);
  header.writeUInt16LE(blockAlign, 32);
  header.writeUInt16LE(bits, 34);
  header.write('data', 36);
  header.writeUInt32LE(dataBytes ?? sound.length, 40);
  return Buffer.concat([header, sound]);
}

/** Silent MP3 frames of 26 ms: MPEG 1 Layer III, 128 kbit/s, 44.1 kHz. */
export function mp3(frames: number): Buffer {
  const frame = Buffer.alloc(417);
  frame.writeUInt32BE(0xfffb9000, 0);
  return Buffer.concat(Array.from({ length: frames }, () => frame));
}

/** A FLAC that is all header: mono, 8 kHz, so many samples. */
export function flac(samples: number): Buffer {
  const info = Buffer.alloc(34);
  info.writeUInt16BE(4096, 0);
  info.writeUInt16BE(4096, 2);
  info.writeBigUInt64BE((8000n << 44n) | (0n << 41n) | (15n << 36n) | BigInt(samples), 10);
  return Buffer.concat([Buffer.from('fLaC'), Buffer.from([0x80, 0, 0, 34]), info, Buffer.alloc(64)]);
}
