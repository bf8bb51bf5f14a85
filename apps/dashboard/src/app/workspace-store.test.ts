import { expect, test } from 'vitest';
import type { IdentityProvider } from '../features/session/identity-provider.ts';
import { Session } from '../features/session/session.ts';
import { WorkspaceStore } from './workspace-store.ts';

function tokenOf(userId: string, orgId: string): string {
  return `e30.${btoa(JSON.stringify({ sub: userId, exp: Date.now() / 1000 + 300, app_metadata: { org_id: orgId } }))}.x`;
}

test('ATK-066: what the old organisation still answers after a switch reaches no cache that is shown', async () => {
  const cookie: { org: string | null } = { org: 'acme' };
  const provider: IdentityProvider = {
    signIn: () => Promise.resolve(),
    signUp: () => Promise.resolve(),
    hasSession: () => Promise.resolve(cookie.org !== null),
    signOut: () => Promise.resolve(void (cookie.org = null)),
    fetchToken: () => Promise.resolve(cookie.org && tokenOf('ada', cookie.org)),
  };
  const session = new Session(provider);
  const store = new WorkspaceStore(session);
  await session.restore();
  const acme = store.current().workspace?.queryClient;
  acme?.setQueryData(['acme', 'calls'], ['a call of acme']);

  const answer = Promise.withResolvers<string[]>();
  const late = acme?.fetchQuery({ queryKey: ['acme', 'leads'], queryFn: () => answer.promise });
  const outcome = Promise.allSettled([late]);
  cookie.org = 'rival';
  await session.renew();
  answer.resolve(['a lead of acme']);
  expect(await outcome).toMatchObject([{ status: 'rejected' }]);

  expect(store.current().workspace?.orgId).toBe('rival');
  expect(store.current().workspace?.queryClient.getQueryCache().getAll()).toEqual([]);
  expect(acme?.getQueryCache().getAll()).toEqual([]);
  await session.signOut();
  expect(store.current().workspace).toBeNull();
});
