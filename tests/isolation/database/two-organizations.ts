import { openTenancies, type TestDatabase } from '@ringfence/testing/database';
import { seedOrganization, type SeededOrganization } from '@ringfence/testing/organizations';

export interface TwoOrganizations {
  /** The attacker's. */
  readonly a: SeededOrganization;
  /** The victim. */
  readonly b: SeededOrganization;
}

/** Fills a database, and leaves no connection to it. */
export async function seedTwoOrganizations(database: TestDatabase): Promise<TwoOrganizations> {
  const tenancies = openTenancies(database);
  try {
    return { a: await seedOrganization(tenancies, 'Attacker Ltd'), b: await seedOrganization(tenancies, 'Victim Ltd') };
  } finally {
    await tenancies.close();
  }
}
