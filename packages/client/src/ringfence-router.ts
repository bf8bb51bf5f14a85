import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '@ringfence/platform/router';

/** The router's type alone: nothing of the server is ever loaded by a client. The package has it written out in full. */
export type RingfenceRouter = AppRouter;
export type RingfenceInputs = inferRouterInputs<RingfenceRouter>;
export type RingfenceOutputs = inferRouterOutputs<RingfenceRouter>;
/** What every error of the API says. */
export type RingfenceErrorShape = RingfenceRouter['_def']['_config']['$types']['errorShape'];
