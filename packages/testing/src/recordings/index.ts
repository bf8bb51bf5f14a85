export { serveSound, type SoundServer } from './serve-sound.ts';
export { silentWave } from './silent-wave.ts';
export { storeTestSound } from './store-test-sound.ts';
