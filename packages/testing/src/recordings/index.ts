export { silentWave } from './silent-wave.ts';
export { storeTestSound } from './store-test-sound.ts';
