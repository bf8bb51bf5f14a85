import type { Client } from 'pg';

/** A policy that decides over writes, as the catalogue has it. */
export interface WritePolicy {
  /** Schema and name of its table, ready to stand in SQL. */
  readonly table: string;
  readonly name: string;
  readonly verb: 'insert' | 'update' | 'delete';
  /** What it says of itself: the permission whose holders may write. */
  readonly comment: string;
  /** Whom the expression lets write, persons and others; null where it asks for no role. */
  readonly roles: readonly string[] | null;
  readonly expression: string;
}

/** Every policy over writes that some log-in could make, were there no policies. Those of the functions that find a tenant are left out. */
export async function listWritePolicies(superuser: Client): Promise<WritePolicy[]> {
  const { rows } = await superuser.query<Omit<WritePolicy, 'roles'>>(`
    select format('%I.%I', n.nspname, c.relname) as table, p.polname as name, v.verb,
      coalesce(obj_description(p.oid, 'pg_policy'), '') as comment,
      pg_get_expr(case v.verb when 'insert' then p.polwithcheck else p.polqual end, p.polrelid) as expression
    from pg_policy p
    join pg_class c on c.oid = p.polrelid
    join pg_namespace n on n.oid = c.relnamespace
    join (values ('a', 'insert'), ('w', 'update'), ('d', 'delete')) v (letter, verb) on p.polcmd::text = v.letter
    where n.nspname = 'public' and p.polroles = '{0}' and exists (
      select from unnest(array['ringfence_app', 'ringfence_worker', 'ringfence_service']) role
      where case v.verb when 'update' then has_any_column_privilege(role, c.oid, 'update') else has_table_privilege(role, c.oid, v.verb) end)
    order by 1, 3`);
  return rows.map((row) => ({ ...row, roles: rolesOf(row.expression) }));
}

/** Every function that asks for the caller's role, in the place of policies on tables that no tenant's log-in may touch. */
export async function listWriteFunctions(superuser: Client): Promise<WritePolicy[]> {
  const { rows } = await superuser.query<Omit<WritePolicy, 'roles'>>(`
    select p.oid::regprocedure::text as table, p.proname as name, 'update' as verb,
      coalesce(obj_description(p.oid, 'pg_proc'), '') as comment, p.prosrc as expression
    from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosrc ~ 'auth_role\\(\\) = any'`);
  return rows.map((row) => ({ ...row, roles: rolesOf(row.expression) }));
}

/** The roles as `tenancy.limit_writers` writes them, or as a function asks for them. */
function rolesOf(expression: string): string[] | null {
  const asked =
    /SELECT auth_role\(\) AS auth_role\) = ANY \('\{([^}]*)\}'::text\[\]\)|auth_role\(\) = any \('\{([^}]*)\}'::text\[\]\)/.exec(
      expression,
    );
  return (asked?.[1] ?? asked?.[2])?.split(',') ?? null;
}
