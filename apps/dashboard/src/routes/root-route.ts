import { createRootRouteWithContext } from '@tanstack/react-router';
import type { Session } from '../features/session/session.ts';
import { UnreachablePage } from './unreachable-page.tsx';

export interface RouterContext {
  readonly session: Session;
}

export const rootRoute = createRootRouteWithContext<RouterContext>()({ errorComponent: UnreachablePage });
