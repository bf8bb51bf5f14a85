import type { Query } from '../query.ts';
import { plainName } from './sql-text.ts';

const ENTRY = 'tenancy.enter_tenant(text, boolean, text[])';
const IN_POLICIES = 'public.auth_org_id(), public.auth_role(), public.auth_actor()';

/** Lets the log-ins enter, and whoever a policy is tried for ask it for the tenant. Nobody else may call anything of the kernel. */
export async function grantEntry(query: Query, logIns: readonly string[], lookup: string): Promise<void> {
  const entering = logIns.map(plainName).join(', ');
  const asking = [...logIns, lookup].map(plainName).join(', ');
  await query(`
    revoke execute on function ${IN_POLICIES} from public;
    grant usage on schema public, tenancy to ${asking};
    grant execute on function ${IN_POLICIES} to ${asking};
    grant execute on function ${ENTRY} to ${entering};`);
}
