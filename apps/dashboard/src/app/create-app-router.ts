import { createRouter } from '@tanstack/react-router';
import { callRoute } from '../routes/call-route.ts';
import { callsRoute } from '../routes/calls-route.ts';
import { connectionsRoute } from '../routes/connections-route.ts';
import { frameRoute } from '../routes/frame-route.ts';
import { knowledgeRoute } from '../routes/knowledge-route.ts';
import { leadsRoute } from '../routes/leads-route.ts';
import { jobsRoute } from '../routes/recordings/jobs-route.ts';
import { recordingsRoute } from '../routes/recordings/recordings-route.ts';
import { rootRoute } from '../routes/root-route.ts';
import { acceptInvitationRoute } from '../routes/entry/accept-invitation-route.ts';
import { forgotPasswordRoute } from '../routes/entry/forgot-password-route.ts';
import { resetPasswordRoute } from '../routes/entry/reset-password-route.ts';
import { signInRoute } from '../routes/entry/sign-in-route.ts';
import { signUpRoute } from '../routes/entry/sign-up-route.ts';
import { mailboxRoute } from '../routes/mailbox-route.ts';
import { keysRoute } from '../routes/settings/keys-route.ts';
import { membersRoute } from '../routes/settings/members-route.ts';
import { newOrganizationRoute } from '../routes/settings/new-organization-route.ts';
import { organizationRoute } from '../routes/settings/organization-route.ts';
import { profileRoute } from '../routes/settings/profile-route.ts';
import { securityRoute } from '../routes/settings/security-route.ts';
import { settingsRoute } from '../routes/settings/settings-route.ts';
import { startRoute } from '../routes/start-route.ts';
import { unknownRoute } from '../routes/unknown-route.ts';
import type { Session } from '../features/session/session.ts';
import { parseAddress, writeAddress } from './address.ts';

const routeTree = rootRoute.addChildren([
  startRoute,
  signInRoute,
  signUpRoute,
  forgotPasswordRoute,
  resetPasswordRoute,
  acceptInvitationRoute,
  mailboxRoute,
  frameRoute.addChildren([
    callsRoute,
    callRoute,
    recordingsRoute,
    jobsRoute,
    leadsRoute,
    knowledgeRoute,
    connectionsRoute,
    settingsRoute,
    profileRoute,
    organizationRoute,
    membersRoute,
    keysRoute,
    securityRoute,
    newOrganizationRoute,
    unknownRoute,
  ]),
]);

/** The pages, each loaded when it's first wanted; what a link leads to is fetched while one aims at it. */
export function createAppRouter(session: Session) {
  return createRouter({
    routeTree,
    context: { session },
    defaultPreload: 'intent',
    parseSearch: parseAddress,
    stringifySearch: writeAddress,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
