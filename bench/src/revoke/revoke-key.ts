import { callApi, expectStatus } from './call-api.ts';

/** Lets a program work with a new key, has the owner revoke it, and measures until the next request is refused. @throws Error if it isn't */
export async function revokeKey(url: string, ownerToken: string): Promise<number> {
  const made = await callApi(url, 'POST', 'apiKeys.create', ownerToken, { name: 'Bench', role: 'viewer' });
  const { id, key } = made.data as { readonly id: string; readonly key: string };
  const list = () => callApi(url, 'GET', 'calls.list', key, { limit: 1 });
  expectStatus('a key', (await list()).status, 200);
  expectStatus('the revocation', (await callApi(url, 'POST', 'apiKeys.revoke', ownerToken, { id })).status, 200);
  const revokedAt = performance.now();
  const { status } = await list();
  if (status !== 401 && status !== 403) throw new Error(`a revoked key was answered with ${status}`);
  return performance.now() - revokedAt;
}
