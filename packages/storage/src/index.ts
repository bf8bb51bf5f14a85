export { openStorage } from './open-storage.ts';
export { readPeaks } from './peaks/read-peaks.ts';
export { readSoundFacts, type SoundFacts } from './sound/read-sound-facts.ts';
export type { ByteRange, Storage, StoredObject } from './storage.ts';
