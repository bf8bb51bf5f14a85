export { createSealing, type Sealing } from './create-sealing.ts';
export { SealBroken } from './seal-broken.ts';
