import { MOST_PEAKS, type Peaks } from '@ringfence/domain/recordings';

/** Shorter buckets than this nobody can see. */
const SHORTEST_BUCKET_MS = 10;

/** Takes a sound frame by frame and keeps the loudest of each bucket. Its memory doesn't grow with the sound. */
export interface PeakMeter {
  /** So many frames more; `levelAt` tells how far a channel of one of them is from silence, 0 to 1 and a little above. */
  take(frames: number, levelAt: (frame: number, channel: number) => number): void;
  /** What was measured; null for a sound without a frame. */
  read(): Peaks | null;
}

/** `durationMs` chooses the buckets' length; what turns out to be longer goes into the last one. */
export function createPeakMeter({
  channels,
  durationMs,
  sampleRate,
}: {
  channels: number;
  durationMs: number;
  sampleRate: number;
}): PeakMeter {
  const bucketMs = Math.max(SHORTEST_BUCKET_MS, Math.ceil(durationMs / MOST_PEAKS));
  const framesPerBucket = (sampleRate * bucketMs) / 1000;
  const loudest = new Float32Array(channels * MOST_PEAKS);
  let taken = 0;
  let bucket = 0;

  return {
    take(frames, levelAt) {
      for (let frame = 0; frame < frames; frame += 1, taken += 1) {
        if (taken >= (bucket + 1) * framesPerBucket && bucket < MOST_PEAKS - 1) bucket += 1;
        for (let channel = 0, place = bucket; channel < channels; channel += 1, place += MOST_PEAKS) {
          const level = levelAt(frame, channel);
          if (level > (loudest[place] ?? 0)) loudest[place] = level;
        }
      }
    },
    read() {
      if (taken === 0) return null;
      const ofChannel = (channel: number) => loudest.subarray(channel * MOST_PEAKS, channel * MOST_PEAKS + bucket + 1);
      return { bucketMs, channels: Array.from({ length: channels }, (_, channel) => Uint8Array.from(ofChannel(channel), asByte)) };
    },
  };
}

function asByte(level: number): number {
  return Math.min(255, Math.round(level * 255));
}
