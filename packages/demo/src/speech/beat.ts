/** How a syllable begins: with nothing, a stop (p, t, k …), a hiss (s, f, h …), or a hum (m, n, l, r …). */
export type Onset = 'none' | 'stop' | 'hiss' | 'hum';
export type Vowel = 'a' | 'e' | 'i' | 'o' | 'u';

/** One step of speech. `length` is in ordinary syllables. */
export type Beat =
  | {
      readonly kind: 'syllable';
      readonly onset: Onset;
      readonly vowel: Vowel;
      readonly isStressed: boolean;
      readonly endsHissing: boolean;
      readonly length: number;
    }
  | { readonly kind: 'rest'; readonly length: number };
