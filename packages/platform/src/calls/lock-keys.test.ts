import { deriveKey, openTenancy } from '@ringfence/tenancy';
import { openTenancies, testDatabase } from '@ringfence/testing/database';
import { seedOrganization } from '@ringfence/testing/organizations';
import { afterAll, expect, test } from 'vitest';
import { lockKeys } from './lock-keys.ts';

const database = await testDatabase();
const tenancies = openTenancies(database);
const [acme, rival] = [await seedOrganization(tenancies, 'Acme Ltd'), await seedOrganization(tenancies, 'Rival Ltd')];
/** Who would wait is refused instead. */
const hasty = openTenancy({
  connectionString: database.urls.app,
  contextKey: deriveKey(database.secretKey, 'context'),
  limits: { lockMs: 300 },
});
afterAll(async () => {
  await Promise.all([tenancies.close(), hasty.close()]);
  await database.close();
});

test("ATK-033 a key that one organisation holds is another's to take, however well it is guessed", async () => {
  const guessed = ['CA0123456789abcdef0123456789abcdef', `${rival.orgId}:CA1`, ''];
  const take = (owner: typeof acme.owner) => hasty.inTenant(owner, (db) => lockKeys(db, guessed));
  const [isHeld, isOver] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const holding = tenancies.app.inTenant(acme.owner, async (db) => {
    await lockKeys(db, guessed);
    isHeld.resolve();
    await isOver.promise;
  });
  await isHeld.promise;
  await expect(take(acme.owner), "one's own wait").rejects.toMatchObject({ code: '55P03' });
  await take(rival.owner);
  isOver.resolve();
  await holding;
  await take(acme.owner);
});
