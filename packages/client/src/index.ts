export { createRingfenceClient, type RingfenceClient, type RingfenceClientOptions } from './create-ringfence-client.ts';
export type { RingfenceInputs, RingfenceOutputs } from './ringfence-router.ts';
export type { RingfenceRouter } from './ringfence-router.ts';
export type { TokenSource } from './token-source.ts';
