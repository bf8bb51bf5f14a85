export type { Miss } from './miss.ts';
export { protectedOrgProcedure } from './protected-org-procedure.ts';
export { protectedOrgSubscription } from './protected-org-subscription.ts';
export type { Outside, RequestContext } from './request-context.ts';
export { signedInProcedure } from './signed-in-procedure.ts';
export { StreamEnded } from './stream-ended.ts';
export { router } from './trpc.ts';
