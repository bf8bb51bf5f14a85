import { router } from '@ringfence/identity/trpc';
import { callsRouter } from '../calls/calls.router.ts';
import { connectionsRouter } from '../connections/connections.router.ts';
import { knowledgeRouter } from '../knowledge/knowledge.router.ts';
import { leadsRouter } from '../leads/leads.router.ts';
import { organizationsRouter } from '../organizations/organizations.router.ts';
import { recordingsRouter } from '../recordings/recordings.router.ts';
import { sessionRouter } from '../session/session.router.ts';

/** The whole of the API: a noun each. */
export const appRouter = router({
  calls: callsRouter,
  connections: connectionsRouter,
  knowledge: knowledgeRouter,
  leads: leadsRouter,
  organization: organizationsRouter,
  recordings: recordingsRouter,
  session: sessionRouter,
});

export type AppRouter = typeof appRouter;
