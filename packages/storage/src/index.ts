export { openStorage } from './open-storage.ts';
export { readSoundFacts, type SoundFacts } from './sound/read-sound-facts.ts';
export type { ByteRange, Storage, StoredObject } from './storage.ts';
