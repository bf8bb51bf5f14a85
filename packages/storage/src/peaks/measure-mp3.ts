import type { Readable } from 'node:stream';
import type { Peaks } from '@ringfence/domain/recordings';
import { MPEGDecoder } from 'mpg123-decoder';
import { createPeakMeter, type PeakMeter } from './create-peak-meter.ts';

/** Decodes an MP3 piece by piece and measures what comes out; null where nothing does. */
export async function measureMp3(
  sound: Readable,
  { durationMs, channels }: { durationMs: number; channels: number },
): Promise<Peaks | null> {
  const decoder = new MPEGDecoder();
  await decoder.ready;
  try {
    let meter: PeakMeter | null = null;
    for await (const chunk of sound as AsyncIterable<Buffer>) {
      const { channelData, samplesDecoded, sampleRate } = decoder.decode(chunk);
      if (samplesDecoded === 0) continue;
      meter ??= createPeakMeter({ channels: Math.min(channels, channelData.length), sampleRate, durationMs });
      meter.take(samplesDecoded, (frame, channel) => Math.abs(channelData[channel]?.[frame] ?? 0));
    }
    return meter?.read() ?? null;
  } finally {
    decoder.free();
  }
}
