import { RateLimited } from '@ringfence/domain';
import type { CreateOrganization } from '@ringfence/domain/organizations';
import { StatementFailed, type Tenancy } from '@ringfence/tenancy';
import type { ProceduresOutside } from '../outside/outside.ts';
import { createOrganization } from './create-organization.ts';

/** Raised by create_organization for a person who founded enough of them lately. */
const ENOUGH_TODAY = 'RF002';
const HOUR_MS = 3_600_000;

interface SignedIn {
  readonly userId: string;
  readonly sessionId: string | null;
}

/** Makes an organisation whose owner asks, and makes it their active one. @throws RateLimited after very many a day */
export async function foundOrganization(
  tenancy: Pick<Tenancy, 'lookup'>,
  outside: Pick<ProceduresOutside, 'activateOrganization'>,
  { userId, sessionId }: SignedIn,
  input: CreateOrganization,
): Promise<{ id: string }> {
  const { orgId } = await createOrganization(tenancy, input, userId).catch((error: unknown) => {
    throw error instanceof StatementFailed && error.code === ENOUGH_TODAY ? new RateLimited(HOUR_MS) : error;
  });
  if (sessionId !== null) await outside.activateOrganization(sessionId, orgId);
  return { id: orgId };
}
