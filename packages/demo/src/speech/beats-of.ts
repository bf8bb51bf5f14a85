import type { Beat, Onset, Vowel } from './beat.ts';

const DIGIT_SOUNDS: Record<string, string> = {
  0: 'o',
  1: 'wan',
  2: 'tu',
  3: 'thri',
  4: 'fo',
  5: 'fai',
  6: 'siks',
  7: 'seven',
  8: 'eit',
  9: 'nain',
};
const REST_AFTER_SENTENCE = 2.2;
const REST_AFTER_COMMA = 1.1;
const REST_AFTER_WORD = 0.1;
const STRESSED_LENGTH = 1.15;
const UNSTRESSED_LENGTH = 0.85;

/** The rhythm of a sentence, read off its letters: near enough for a sound that must look and pulse like speech. */
export function beatsOf(text: string): Beat[] {
  const beats = text
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((word) => [...syllables(word), restAfter(word)]);
  if (beats.at(-1)?.kind === 'rest') beats.pop();
  return beats;
}

function syllables(word: string): Beat[] {
  const spelled = word
    .toLowerCase()
    .replace(/\d/g, (digit) => DIGIT_SOUNDS[digit] ?? '')
    .replace(/[^a-zà-ÿ]/g, '');
  const voiced = spelled.replace(/([^aeiouyl])e$/, '$1');
  const cores = (/[aeiouy]/.test(voiced) ? voiced : spelled).match(/[^aeiouy]*[aeiouy]+(?:[^aeiouy]+$)?/g) ?? [];
  return cores.map((core, index): Beat => {
    const isStressed = index === 0 && spelled.length > 3;
    return {
      kind: 'syllable',
      onset: onsetOf(core),
      vowel: vowelOf(core),
      isStressed,
      endsHissing: /[szfx]$|sh$|ch$/.test(core),
      length: isStressed ? STRESSED_LENGTH : UNSTRESSED_LENGTH,
    };
  });
}

function onsetOf(core: string): Onset {
  if (/^(s|f|h|z|sh|th|ch|v|x)/.test(core)) return 'hiss';
  if (/^[ptkbdgcqj]/.test(core)) return 'stop';
  return /^[aeiouy]/.test(core) ? 'none' : 'hum';
}

function vowelOf(core: string): Vowel {
  const letter = /[aeiouy]/.exec(core)?.[0] ?? 'e';
  return letter === 'y' ? 'i' : (letter as Vowel);
}

function restAfter(word: string): Beat {
  if (/[.?!]$/.test(word)) return { kind: 'rest', length: REST_AFTER_SENTENCE };
  if (/[,;:]$/.test(word)) return { kind: 'rest', length: REST_AFTER_COMMA };
  return { kind: 'rest', length: REST_AFTER_WORD };
}
