import type { RingfenceErrorShape, RingfenceOutputs, RingfenceRouter } from '../src/ringfence-router.ts';

/** What the build reads the router's types off: names for the checker, no values. */
export declare const record: RingfenceRouter['_def']['record'];
export declare const outputs: RingfenceOutputs;
export declare const errorShape: RingfenceErrorShape;
