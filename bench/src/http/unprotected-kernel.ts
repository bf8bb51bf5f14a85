import type { TenantDb } from '@ringfence/tenancy';
import type { Builders, Compiled, CompiledBuild } from '../../../packages/tenancy/src/drizzle/compile.ts';
import type { PlaceholderValues } from '../../../packages/tenancy/src/drizzle/fill-values.ts';

export * from '@ringfence/tenancy';

/** Stands in the place of the kernel's: the query is built each time, as an application without the kernel does. */
export function compile<Values extends PlaceholderValues, Result>(build: CompiledBuild<Values, Result>): Compiled<Values, Result> {
  return (db, values) => run(build, db, values);
}

type BuildByGiven<Values, Result> = (
  ...built: [...Parameters<CompiledBuild<Values, Result>>, isGiven: (name: keyof Values & string) => boolean]
) => ReturnType<CompiledBuild<Values, Result>>;

/** The same, for conditions that hang on what is given. */
export function compileByGiven<Values extends PlaceholderValues, Result>(build: BuildByGiven<Values, Result>): Compiled<Values, Result> {
  return (db, values) => run((query, given) => build(query, given, (name) => values[name] !== undefined), db, values);
}

async function run<Values extends PlaceholderValues, Result>(
  build: CompiledBuild<Values, Result>,
  db: Parameters<Compiled<Values, Result>>[0],
  values: Values,
): Promise<Result> {
  const given = (name: string) => (name === 'orgId' ? db.orgId : values[name]);
  return (await build(asBuilders(db), asPlaceholders(given))) as Result;
}

/** Safe: the unprotected client has every method of a tenant's. */
function asBuilders(db: unknown): Builders {
  return db as Builders & TenantDb;
}

/** Safe: wherever a placeholder may stand, its value may. */
function asPlaceholders<Values>(given: (name: string) => unknown): Parameters<CompiledBuild<Values, unknown>>[1] {
  return given as Parameters<CompiledBuild<Values, unknown>>[1];
}
