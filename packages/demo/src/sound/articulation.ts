/** What a mouth does, a value every `FRAME_MS`: pitch in Hz, loudness of voice and of hiss (0 to 1), three resonances in Hz. */
export interface Articulation {
  readonly frames: number;
  readonly pitchHz: Float32Array;
  readonly voiced: Float32Array;
  readonly hiss: Float32Array;
  readonly formantsHz: readonly [Float32Array, Float32Array, Float32Array];
}

export const FRAME_MS = 10;
