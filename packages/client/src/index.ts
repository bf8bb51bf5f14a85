export { createRingfenceClient, type RingfenceClient, type RingfenceClientOptions } from './create-ringfence-client.ts';
export { failureOf } from './failure-of.ts';
export type { RingfenceFailure } from './ringfence-failure.ts';
export type { RingfenceInputs, RingfenceOutputs, RingfenceRouter } from './ringfence-router.ts';
export type { TokenSource } from './token-source.ts';
