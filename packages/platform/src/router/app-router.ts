import { router } from '@ringfence/identity/trpc';
import { apiKeysRouter } from '../api-keys/api-keys.router.ts';
import { auditLogRouter } from '../audit-log/audit-log.router.ts';
import { callsRouter } from '../calls/calls.router.ts';
import { connectionsRouter } from '../connections/connections.router.ts';
import { invitationsRouter } from '../invitations/invitations.router.ts';
import { jobsRouter } from '../jobs/jobs.router.ts';
import { knowledgeRouter } from '../knowledge/knowledge.router.ts';
import { leadsRouter } from '../leads/leads.router.ts';
import { membersRouter } from '../members/members.router.ts';
import { organizationsRouter } from '../organizations/organizations.router.ts';
import { recordingsRouter } from '../recordings/recordings.router.ts';
import { sessionRouter } from '../session/session.router.ts';

/** The whole of the API: a noun each. */
export const appRouter = router({
  apiKeys: apiKeysRouter,
  auditLog: auditLogRouter,
  calls: callsRouter,
  connections: connectionsRouter,
  invitations: invitationsRouter,
  jobs: jobsRouter,
  knowledge: knowledgeRouter,
  leads: leadsRouter,
  members: membersRouter,
  organization: organizationsRouter,
  recordings: recordingsRouter,
  session: sessionRouter,
});

export type AppRouter = typeof appRouter;
