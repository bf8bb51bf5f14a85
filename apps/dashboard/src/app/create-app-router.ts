import { createRouter } from '@tanstack/react-router';
import { callRoute } from '../routes/call-route.ts';
import { callsRoute } from '../routes/calls-route.ts';
import { connectionsRoute } from '../routes/connections-route.ts';
import { frameRoute } from '../routes/frame-route.ts';
import { knowledgeRoute } from '../routes/knowledge-route.ts';
import { leadsRoute } from '../routes/leads-route.ts';
import { rootRoute } from '../routes/root-route.ts';
import { signInRoute } from '../routes/sign-in-route.ts';
import { startRoute } from '../routes/start-route.ts';
import { unknownRoute } from '../routes/unknown-route.ts';
import type { Session } from '../features/session/session.ts';
import { parseAddress, writeAddress } from './address.ts';

const routeTree = rootRoute.addChildren([
  startRoute,
  signInRoute,
  frameRoute.addChildren([callsRoute, callRoute, leadsRoute, knowledgeRoute, connectionsRoute, unknownRoute]),
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
