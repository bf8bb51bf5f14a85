import { createCall, createTestOrg, createTestUser, fetchCallsAs } from '@ringfence/testing';
import { expect, test } from 'vitest';

test('two users of two organisations, a call each: each sees exactly its own', { timeout: 180_000 }, async () => {
  await createTestOrg({ id: 'org-a-id' });
  await createTestOrg({ id: 'org-b-id' });
  const orgAUser = await createTestUser({ orgId: 'org-a-id' });
  const orgBUser = await createTestUser({ orgId: 'org-b-id' });
  await createCall({ orgId: 'org-a-id', phone: '+1234567890' });
  await createCall({ orgId: 'org-b-id', phone: '+0987654321' });

  const orgACalls = await fetchCallsAs(orgAUser);
  expect(orgACalls).toHaveLength(1);
  expect(orgACalls[0]?.phone).toBe('+1234567890');

  const orgBCalls = await fetchCallsAs(orgBUser);
  expect(orgBCalls).toHaveLength(1);
  expect(orgBCalls[0]?.phone).toBe('+0987654321');
});
