import type { Query } from '../query.ts';
import { plainName } from './sql-text.ts';

/**
 * Lets the owner make schemas, and nobody temporary tables, which a new database grants to everybody. Only what is missing: on PG 15 an
 * installing role that isn't a superuser is by then the owner's member, and may not give back what it gave.
 */
export async function prepareDatabase(query: Query, ownerRole: string): Promise<void> {
  const owner = plainName(ownerRole);
  await query(`
    do $$ begin
      if not has_database_privilege('${owner}', current_database(), 'create') then
        execute format('grant create on database %I to ${owner}', current_database());
      end if;
      if has_database_privilege('public', current_database(), 'temporary') then
        execute format('revoke temporary on database %I from public', current_database());
      end if;
      if not has_schema_privilege('${owner}', 'public', 'create with grant option')
        or not has_schema_privilege('${owner}', 'public', 'usage with grant option') then
        grant create, usage on schema public to ${owner} with grant option;
      end if;
      if has_schema_privilege('public', 'public', 'create') then
        revoke create on schema public from public;
      end if;
    end $$;`);
}
