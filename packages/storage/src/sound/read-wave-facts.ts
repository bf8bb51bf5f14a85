import { readWaveLayout } from './read-wave-layout.ts';

/** PCM, floating point, A-law, µ-law: what browsers play. GSM (0x31), G.722 and the like come in a WAV too. */
const PLAYABLE = [0x0001, 0x0003, 0x0006, 0x0007];

export interface WaveFacts {
  readonly durationMs: number;
  readonly channels: number;
  readonly isPlayable: boolean;
}

/** Length and channels of a WAV by its own header. Of a codec that browsers don't play, the header's own rate is all there is to go by. */
export function readWaveFacts(head: Buffer, fileBytes: number): WaveFacts | null {
  const layout = readWaveLayout(head, fileBytes);
  if (!layout) return null;
  const { codec, channels, sampleRate, blockAlign, sizeBytes } = layout;
  const isPlayable = PLAYABLE.includes(codec);
  const bytesPerSecond = isPlayable ? sampleRate * blockAlign : layout.bytesPerSecond;
  return bytesPerSecond === 0 ? null : { channels, isPlayable, durationMs: Math.round((sizeBytes / bytesPerSecond) * 1000) };
}
