import { registerHooks } from 'node:module';

const STAND_IN = new URL('./unprotected-kernel.ts', import.meta.url).href;

/** Whoever asks for the kernel gets what stands in its place, which alone gets the kernel itself. */
registerHooks({
  resolve(specifier, context, next) {
    const isStandIn = context.parentURL === STAND_IN;
    return specifier === '@ringfence/tenancy' && !isStandIn ? { url: STAND_IN, shortCircuit: true } : next(specifier, context);
  },
});
await import('./serve-unprotected.ts');
